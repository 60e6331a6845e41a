import { demoIds } from '../demoIds';
import type { EmulatedGroupInvite, EmulatedGroupSigner } from '../records/groups';
import type { EmulatedRole } from '../records/invites';

export const manager: EmulatedRole = { id: 'c8d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6', name: 'Manager' };
export const employee: EmulatedRole = { id: 'c9d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6', name: 'Employee' };
export const reader: EmulatedRole = { id: 'cad4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6', name: 'Employee' };

/** The account itself and an employee are asked first, and then the employee once more. */
export function demoInvite(at: number, owner: string): EmulatedGroupInvite {
  const signer = (email: string, order: number, documents: EmulatedGroupSigner['documents']): EmulatedGroupSigner => ({
    email,
    order,
    status: order === 1 ? 'pending' : 'created',
    createdAt: at,
    updatedAt: at,
    settings: { delivery_type: 'email' },
    documents,
  });
  const part = (prefix: string, documentId: string, of: EmulatedRole) => ({
    inviteId: `${prefix}c07f1391f042333cf0ca96af5ac9f5b44ca54b`.slice(0, 40),
    documentId,
    action: 'sign',
    role: of,
  });
  return {
    id: demoIds.groupInvite,
    embedded: false,
    asMerged: true,
    steps: [
      { id: demoIds.firstStep, order: 1 },
      { id: demoIds.secondStep, order: 2 },
    ],
    signers: [
      signer(owner, 1, [part('a1b', demoIds.groupedOffer, manager)]),
      signer('jane@example.com', 1, [part('a2b', demoIds.groupedHandbook, reader)]),
      signer('jane@example.com', 2, [part('a3b', demoIds.groupedOffer, employee)]),
    ],
    told: ['hr@example.com'],
  };
}
