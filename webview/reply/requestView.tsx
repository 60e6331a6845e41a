import type { SentRequest } from '../../src/protocol/reply';
import { Icon } from '../ui/icon';
import { BodyText } from './body/bodyText';
import { HeaderTable } from './body/headerTable';

/** What was sent, secrets masked. */
export function RequestView({ request }: { readonly request: SentRequest }) {
  return (
    <div class="request">
      <p class="call">
        <span class="method">{request.method}</span> <code>{request.url}</code>
      </p>
      {request.attachments.map(({ text, warnings }) => (
        <div key={text} class="attachment">
          <p>Took {text}</p>
          {warnings.map((warning) => (
            <p key={warning} class="issue-warning">
              <Icon name="warning" /> {warning}
            </p>
          ))}
        </div>
      ))}
      <HeaderTable headers={request.headers} label="Headers of the request" />
      {request.body.language === 'none' ? (
        <p class="quiet">No body.</p>
      ) : (
        <BodyText body={request.body} label="Body of the request" />
      )}
      {request.body.truncated && <p class="quiet">The beginning of the body.</p>}
    </div>
  );
}
