import { t } from '@vscode/l10n';
import type { Explanation } from '../../../src/protocol/reply';
import { Callout } from '../../ui/callout';
import { Button } from '../../ui/controls/button';
import { Link } from '../../ui/controls/link';

export interface ExplanationCardProps {
  readonly explanation: Explanation;
  readonly onMend: () => void;
  readonly onOpenSource: () => void;
  /** Lists how else the call can fail. */
  readonly onWays: () => void;
}

export function ExplanationCard({ explanation, onMend, onOpenSource, onWays }: ExplanationCardProps) {
  const { code, message, meaning, nextStep, mend, source } = explanation;
  return (
    <Callout kind="error">
      <h2>{meaning}</h2>
      <p class="api-error">
        {code !== '' && <code>{code}</code>} <q>{message}</q>
      </p>
      <p class="next-step">{nextStep}</p>
      <div class="explanation-end">
        {mend !== undefined && (
          <Button onClick={onMend} action="mend">
            {mend}
          </Button>
        )}
        <Button onClick={onWays} action="waysToFail">
          {t('Ways this fails')}
        </Button>
        {isAddress(source) ? (
          <Link onClick={onOpenSource}>{t('Source')}</Link>
        ) : (
          <span class="quiet">{t('Source: {0}', source)}</span>
        )}
      </div>
    </Callout>
  );
}

function isAddress(source: string): boolean {
  return /^https?:\/\//.test(source);
}
