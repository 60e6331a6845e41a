import type { EmulatorTools } from '../../../core/emulation';
import type { EmulatedMessage } from '../../../core/webhooks/emulatedMessage';
import { addressees } from './groups/members';
import type { EmulatedPackage, EmulatedRole } from './state';

/** OneSpan opens signing sessions at this address; what signing URLs of Conga look like is not documented. */
export const signingAddress = '/access';

/** Where OneSpan takes authentication tokens. */
export const authAddress = '/auth';

export function signingPath({ sessionToken }: EmulatedRole): string {
  return sessionPath(sessionToken);
}

export function sessionPath(token: string): string {
  return `${signingAddress}?sessionToken=${token}`;
}

export function emailOf({ body }: EmulatedRole): string {
  return body.signers[0]?.email ?? '';
}

/** What is not as for an e-mail now to the address of the role. */
type Delivery = Partial<Pick<EmulatedMessage, 'channel' | 'to' | 'at'>>;

/** The messages with the links. Roles without an address get none; those of a group go to its members. */
export function mailRoles(
  holder: EmulatedPackage,
  roles: readonly EmulatedRole[],
  purpose: EmulatedMessage['purpose'],
  tools: EmulatorTools,
  { channel = 'email', to: other, at }: Delivery = {},
): void {
  for (const role of roles) {
    for (const addressee of addressees(holder, role)) {
      const to = other ?? emailOf(addressee);
      if (to !== '') tools.deliver({ channel, purpose, to, document: holder.id, page: signingPath(role), at });
    }
  }
}
