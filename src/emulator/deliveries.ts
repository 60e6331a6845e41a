import { addressOn } from '../core/addresses/webAddress';
import type { EmulatedMessage } from '../core/emulation';

/** A message that the API would have sent. */
export interface Delivery extends Omit<EmulatedMessage, 'page' | 'at'> {
  /** ISO 8601, by the emulator's own clock. */
  readonly sentAt: string;
  /** The signing page that it leads to. */
  readonly link?: string;
}

export interface DeliveryFilter {
  readonly to?: string | undefined;
  readonly document?: string | undefined;
}

export interface Deliveries {
  add(message: EmulatedMessage): void;
  /** The newest first. */
  list(filter: DeliveryFilter, baseUrl: string): readonly Delivery[];
  clear(): void;
}

/** More than a person reads; a test under load must not fill the memory. */
const mostKept = 1_000;

export function createDeliveries(now: () => number): Deliveries {
  const kept: { readonly message: EmulatedMessage; readonly at: number }[] = [];
  return {
    add: (message) => {
      kept.push({ message, at: message.at ?? now() });
      // Not one by one: each would move all that stay.
      if (kept.length > 2 * mostKept) kept.splice(0, mostKept);
    },
    list: (filter, baseUrl) =>
      kept
        .slice(-mostKept)
        .reverse()
        .filter(({ message }) => matches(message, filter))
        .map(({ message: { page, at: _at, ...message }, at }) => {
          const link = page === undefined ? undefined : addressOn(baseUrl, page);
          return { sentAt: new Date(at).toISOString(), ...message, ...(link !== undefined && { link }) };
        }),
    clear: () => {
      kept.length = 0;
    },
  };
}

function matches(message: EmulatedMessage, { to, document }: DeliveryFilter): boolean {
  return (
    (to === undefined || message.to.toLowerCase() === to.toLowerCase()) &&
    (document === undefined || message.document.toLowerCase() === document.toLowerCase())
  );
}
