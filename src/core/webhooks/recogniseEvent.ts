import type { Headers } from '../http';
import { readJson } from '../json/readJson';
import type { Provider } from '../provider';
import type { ReadEvent, Webhooks } from './webhooks';

/** An event that came, and whose it is. */
export interface RecognisedEvent extends ReadEvent {
  readonly provider: string;
  readonly webhooks: Webhooks;
}

export type RecognisedProof = Pick<RecognisedEvent, 'provider' | 'webhooks'> & Partial<ReadEvent>;

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
  return able.find(({ webhooks }) => isProved(webhooks, headers)) ?? able[0];
}

function isProved({ proof }: Webhooks, headers: Headers): boolean {
  return proof.kind !== 'none' && headers[proof.header] !== undefined;
}

/** Whose it must be, though nobody can read its body; a header that many use for a key says nothing. */
export function recogniseProof(providers: readonly Provider[], headers: Headers): RecognisedProof | undefined {
  const [one, ...others] = providers.flatMap(({ id, webhooks }) =>
    webhooks?.proof.kind === 'hmac' && isProved(webhooks, headers) ? [{ provider: id, webhooks }] : [],
  );
  return others.length === 0 ? one : undefined;
}
