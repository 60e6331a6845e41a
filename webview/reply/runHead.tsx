import { t } from '@vscode/l10n';
import type { ReplyToHost } from '../../src/protocol/messages';
import type { RunHeader } from '../../src/protocol/reply';
import type { Post } from '../host';
import { moment } from '../moment';
import { Callout } from '../ui/callout';
import { Button } from '../ui/controls/button';
import { sentence } from '../ui/sentence';

export interface RunHeadProps {
  readonly run: RunHeader;
  readonly post: Post<ReplyToHost>;
  /** Nothing was sent, so there is nothing to copy; that it was not is said once, by the problem. */
  readonly unsent?: boolean;
}

/** Which request it was, where it went and when, and what can be done with it again. */
export function RunHead({ run, post, unsent = false }: RunHeadProps) {
  return (
    <header class="run-head">
      <div class="run-title">
        <p class="eyebrow">{placeOf(run)}</p>
        <h1>{run.operationTitle}</h1>
        <p class="quiet">
          {sentence(unsent ? t('Tried {0}') : t('Sent {0}'), <time dateTime={run.sentAt}>{moment(run.sentAt)}</time>)}
        </p>
      </div>
      <div class="run-actions">
        <Button onClick={() => post('replay', {})} icon="replay" action="replay">
          {t('Replay')}
        </Button>
        <Button onClick={() => post('editAndResend', {})} icon="edit" action="editAndResend">
          {t('Edit and Resend')}
        </Button>
        {run.isDiagnosable && (
          <Button onClick={() => post('diagnose', {})} icon="search" action="diagnose">
            {t('Diagnose Connection')}
          </Button>
        )}
        <Button onClick={() => post('copyAsCode', {})} icon="copy" disabled={unsent} action="copyAsCode">
          {t('Copy as Code…')}
        </Button>
      </div>
      {run.isUnchecked && (
        <Callout kind="error">
          <p>{t('Certificates are not checked on this connection: whoever answered was believed.')}</p>
        </Callout>
      )}
      {run.fromHistory && (
        <Callout kind="info" icon="history">
          <p>{t('From history: links and secrets are not kept.')}</p>
        </Callout>
      )}
    </header>
  );
}

/** The emulator's connection is called like its environment: once is enough. */
function placeOf({ provider, connection, environment }: RunHeader): string {
  const isNamedAlike = connection.toLowerCase() === environment.toLowerCase();
  // What was held back went to no environment.
  const parts = [provider, ...(isNamedAlike ? [] : [connection]), environment];
  return parts.filter((part) => part !== '').join(' · ');
}
