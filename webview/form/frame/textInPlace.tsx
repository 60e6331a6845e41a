import { t } from '@vscode/l10n';
import type { ListField } from '../../../src/protocol/form';
import { Button } from '../../ui/controls/button';
import { useSession } from '../state/formContexts';

export interface TextInPlaceProps {
  readonly field: ListField;
  readonly pointer: string;
  readonly text: string;
}

/** What stands where a list belongs: an empty list would hide it, and the first item would take its place unseen. */
export function TextInPlace({ field, pointer, text }: TextInPlaceProps) {
  const session = useSession();
  const replace = () =>
    session.edit({ kind: 'set', pointer, value: [field.newItem] }, () => session.reveal(`${pointer}/0`));
  return (
    <div class="text-in-place">
      <p>
        {t('A text stands in the place of the list:')} <code>{text}</code>
      </p>
      {text.includes('{{') && <p class="quiet">{t('A variable stands for a single value, and never for a list.')}</p>}
      <Button icon="edit" onClick={replace} action="replaceText">
        {t('Write a list instead')}
      </Button>
    </div>
  );
}
