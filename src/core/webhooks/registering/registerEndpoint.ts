import { webUrl } from '../../addresses/webAddress';
import type { Call } from '../../operation';
import type { EndpointRemoval, EndpointWish, RegisteredEndpoint, WebhookEndpoint } from './endpoint';

export type Registration =
  | { readonly kind: 'registered'; remove(): Promise<Removal> }
  /** Nothing was changed: the account has an address, which this one would replace. */
  | { readonly kind: 'occupied'; readonly url: string }
  /** What was made until then was taken back, as far as `removal` says. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly removal: Removal };

export type Removal =
  | { readonly kind: 'removed' }
  /** No call takes it back. */
  | { readonly kind: 'stays' }
  /** It may be there still. */
  | { readonly kind: 'failed'; readonly error: unknown };

export interface EndpointCalls {
  /** May be given up by a person. */
  readonly register: Call;
  /** For taking back: whoever gives up still wants that. */
  readonly remove: Call;
}

/** Registers an address, and takes back what it made: nothing that was there before. */
export async function registerEndpoint(
  endpoint: WebhookEndpoint,
  wish: EndpointWish,
  calls: EndpointCalls,
): Promise<Registration> {
  const { removal, isOnly } = endpoint;
  let before: readonly RegisteredEndpoint[] = [];
  try {
    before = removal === undefined ? [] : await removal.list(calls.register);
  } catch (error: unknown) {
    return { kind: 'failed', error, removal: { kind: 'removed' } };
  }
  const [other] = before;
  if (isOnly && other !== undefined) return { kind: 'occupied', url: other.url };
  const known = new Set(before.map(({ id }) => id));
  const remove = () => takeBack(removal, wish, known, calls.remove);
  try {
    await endpoint.add(wish, calls.register);
    return { kind: 'registered', remove };
  } catch (error: unknown) {
    // A call that got no reply may have done its work, and others came before it.
    return { kind: 'failed', error, removal: await remove() };
  }
}

async function takeBack(
  removal: EndpointRemoval | undefined,
  { url }: EndpointWish,
  known: ReadonlySet<string>,
  call: Call,
): Promise<Removal> {
  if (removal === undefined) return { kind: 'stays' };
  try {
    const made = (await removal.list(call)).filter((one) => !known.has(one.id) && isSame(one.url, url));
    let failed: Removal | undefined;
    for (const one of made) {
      // One that cannot be removed keeps none of the others.
      await removal.remove(one, call).catch((error: unknown) => {
        failed ??= { kind: 'failed', error };
      });
    }
    return failed ?? { kind: 'removed' };
  } catch (error: unknown) {
    return { kind: 'failed', error };
  }
}

/** However the API spells it. */
function isSame(one: string, other: string): boolean {
  return one === other || (webUrl(one)?.href ?? one) === webUrl(other)?.href;
}
