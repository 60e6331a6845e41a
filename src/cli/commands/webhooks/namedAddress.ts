import { quotable } from '../../../core/quoting/oneLine';
import { type NamedDelivery, namedDelivery } from '../../../core/webhooks/deliveryAddress';
import { UsageError } from '../../surroundings';

/** An address that a person wrote behind an option. */
export function namedAddress(option: string, text: string): NamedDelivery {
  const found = namedDelivery(text);
  if (found.kind === 'refused') throw new UsageError(`${option} must be an address: ${quotable(found.reason, 200)}.`);
  return found;
}
