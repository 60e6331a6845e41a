import { t } from '@vscode/l10n';
import type { InspectorToHost } from '../../src/protocol/messages';
import type { InspectedRequest } from '../../src/protocol/pages/inspector';
import type { LoggedContent, LoggedMessage } from '../../src/protocol/pages/loggedContent';
import { bodyWords } from '../../src/protocol/words/bodyWords';
import type { Post } from '../host';
import { TextButton } from '../ui/controls/quietButton';
import { NamedValues } from '../ui/namedValues';

interface ExchangeViewProps {
  readonly request: Pick<InspectedRequest, 'key' | 'method' | 'status'>;
  readonly content: LoggedContent;
  readonly post: Post<InspectorToHost>;
}

/** What came and what was answered, secrets masked. */
export function ExchangeView({ request: { key, method, status }, content, post }: ExchangeViewProps) {
  const { address, request, reply } = content;
  return (
    <div class="inspector-exchange">
      <Half
        title={t('Request')}
        line={`${method} ${address}`}
        message={request}
        bodyLabel={t('Body of the request')}
        headersLabel={t('Headers of the request')}
      />
      <Half
        title={t('Reply')}
        line={String(status)}
        message={reply}
        bodyLabel={t('Body of the reply')}
        headersLabel={t('Headers of the reply')}
      />
      <div class="inspector-actions">
        <TextButton icon="copy" onClick={() => post('copy', { key })} action="copyExchange">
          {t('Copy as text')}
        </TextButton>
        <TextButton icon="file" onClick={() => post('openInEditor', { key })} action="openExchange">
          {t('Open in editor')}
        </TextButton>
      </div>
    </div>
  );
}

interface HalfProps {
  readonly title: string;
  readonly line: string;
  readonly message: LoggedMessage;
  readonly bodyLabel: string;
  readonly headersLabel: string;
}

function Half({ title, line, message: { headers, body }, bodyLabel, headersLabel }: HalfProps) {
  const said = bodyWords(body);
  const values = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return (
    <>
      <h2>{title}</h2>
      <code>{line}</code>
      {body.text !== '' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the frame is scrolled to by keys, too.
        <section class="inspector-body" tabIndex={0} aria-label={bodyLabel}>
          <pre>{body.text}</pre>
        </section>
      )}
      {said !== '' && <p class="quiet">{said}</p>}
      {values.length > 0 && <NamedValues class="inspector-headers" label={headersLabel} values={values} />}
    </>
  );
}
