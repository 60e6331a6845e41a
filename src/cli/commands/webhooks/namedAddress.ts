import { shownHost } from '../../../core/addresses/webAddress';
import { quotable } from '../../../core/quoting/oneLine';
import { deliveryAddress } from '../../../core/webhooks/deliveryAddress';
import { UsageError } from '../../surroundings';

export interface NamedAddress {
  readonly url: string;
  readonly host: string;
  /** On this machine. */
  readonly isHere: boolean;
}

/** An address that a person wrote behind an option. */
export function namedAddress(option: string, text: string): NamedAddress {
  const host = shownHost(text);
  const found = deliveryAddress(text, [host]);
  if (found.kind === 'refused') throw new UsageError(`${option} must be an address: ${quotable(found.reason, 200)}.`);
  return { url: found.url, host, isHere: deliveryAddress(text).kind === 'address' };
}
