import type { Headers } from '../http';
import { readJson } from '../json/readJson';
import type { Provider } from '../provider';
import type { ReadEvent, Webhooks } from './webhooks';

/** An event that came, and whose it is. */
export interface RecognisedEvent extends ReadEvent {
  readonly provider: string;
  readonly webhooks: Webhooks;
}

/** Whose event it is: of those that can read it the one whose proof came along. Header names are lower case. */
export function recogniseEvent(
  providers: readonly Provider[],
  headers: Headers,
  body: Uint8Array,
): RecognisedEvent | undefined {
  const read = readJson(new TextDecoder().decode(body));
  const payload = read.kind === 'read' ? read.value : undefined;
  const able = providers.flatMap(({ id, webhooks }) => {
    const event = webhooks?.read(payload, headers);
    return webhooks === undefined || event === undefined ? [] : [{ ...event, provider: id, webhooks }];
  });
  return (
    able.find(({ webhooks: { proof } }) => proof.kind !== 'none' && headers[proof.header] !== undefined) ?? able[0]
  );
}
