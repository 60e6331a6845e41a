import type { EmulatedMessage, EmulatorTools } from '../../../core/emulation';
import type { EmulatedPackage, EmulatedRole } from './state';

/** OneSpan opens signing sessions at this address; what signing URLs of Conga look like is not documented. */
export const signingAddress = '/access';

export function signingPath({ sessionToken }: EmulatedRole): string {
  return `${signingAddress}?sessionToken=${sessionToken}`;
}

export function emailOf({ body }: EmulatedRole): string {
  return body.signers[0]?.email ?? '';
}

/** The e-mails with the links. Roles without an address get none. */
export function mailRoles(
  { id: document }: EmulatedPackage,
  roles: readonly EmulatedRole[],
  purpose: EmulatedMessage['purpose'],
  tools: EmulatorTools,
): void {
  for (const role of roles) {
    const to = emailOf(role);
    if (to !== '') tools.deliver({ channel: 'email', purpose, to, document, page: signingPath(role) });
  }
}
