import { t } from '@vscode/l10n';
import { type Address, confirmAddress } from '../addresses/address';
import { isLoopbackHost, type Refused, refused } from '../addresses/baseUrl';
import { isOfHost } from '../addresses/namedHost';
import { oddCharacter } from '../addresses/oddCharacter';
import { shownHost, webUrl } from '../addresses/webAddress';

export interface DeliveryAddress {
  readonly kind: 'address';
  readonly url: Address;
}

/**
 * Where an event may be delivered: on this machine, or to a host that a person named (`host` or `host:port`). Names that
 * a resolver would have to lead to this machine are elsewhere.
 */
export function deliveryAddress(text: string, allowedHosts: readonly string[] = []): DeliveryAddress | Refused {
  const odd = oddCharacter(text);
  if (odd !== undefined) return refused(odd);
  const url = webUrl(text);
  if (url === undefined) return refused(t('it is no http or https address'));
  if (url.username !== '' || url.password !== '') return refused(t('credentials do not belong into an address'));
  const isAllowed = allowedHosts.some((one) => one.toLowerCase() === url.host || isOfHost(url.href, one));
  if (!isLoopbackHost(url.hostname) && !isAllowed) return refused(t('{0} is not this machine', url.host));
  // A fragment never leaves the client.
  url.hash = '';
  const address = confirmAddress(url.href, [url.origin]);
  return address === undefined ? refused(t('it cannot be read')) : { kind: 'address', url: address };
}

export interface NamedDelivery extends DeliveryAddress {
  readonly host: string;
  /** On this machine. */
  readonly isHere: boolean;
}

/** An address that a person wrote: whether it is another machine is to be asked about. */
export function namedDelivery(text: string): NamedDelivery | Refused {
  const host = shownHost(text);
  const found = deliveryAddress(text, [host]);
  if (found.kind === 'refused') return found;
  return { ...found, host, isHere: deliveryAddress(text).kind === 'address' };
}
