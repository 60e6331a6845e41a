import { t } from '@vscode/l10n';
import type { SentRequest } from '../../src/protocol/reply';
import { TextButton } from '../ui/controls/quietButton';
import { Icon } from '../ui/icon';
import { HeaderTable } from './body/headerTable';
import { BodyReader, type BodyReaderProps } from './reader/bodyReader';

export interface RequestViewProps extends Omit<BodyReaderProps, 'body' | 'side' | 'label' | 'children'> {
  readonly request: SentRequest;
}

/** What was sent, secrets masked. */
export function RequestView({ request, ...reader }: RequestViewProps) {
  return (
    <div class="request">
      <p class="call">
        <span class="method">{request.method}</span> <code>{request.url}</code>
      </p>
      {request.attachments.map(({ text, warnings }) => (
        <div key={text} class="attachment">
          <p>{t('Took {0}', text)}</p>
          {warnings.map((warning) => (
            <p key={warning} class="issue-warning">
              <Icon name="warning" /> {warning}
            </p>
          ))}
        </div>
      ))}
      <HeaderTable headers={request.headers} label={t('Headers of the request')} />
      {request.body.language === 'none' ? (
        <p class="quiet">{t('No body.')}</p>
      ) : (
        <BodyReader {...reader} body={request.body} side="request" label={t('Body of the request')}>
          {request.body.truncated && <span>{t('The beginning of the body.')}</span>}
          <TextButton
            icon="file"
            onClick={() => reader.post('openBody', { side: 'request', pointer: '', find: '' })}
            action="openBody"
          >
            {t('Open in editor')}
          </TextButton>
        </BodyReader>
      )}
    </div>
  );
}
