import { type HandlerContext, isRejection, type Rejection } from '../../../core/emulation';
import type { FactsOf } from '../../../kit/defineEmulator';
import type { PackageFacts } from '../facts';
import type { operations } from '../operations/operations';
import { factsOf } from './packages/packageView';
import { packageAt, roleAt, type State } from './state';

/** What the rules of the calls need to know, from the state instead of over the wire. */
export const facts: FactsOf<typeof operations, State> = {
  addRole: ofPackage,
  updateRole: ofPackage,
  removeRole: ofPackage,
  reorderRoles: ofPackage,
  sendPackage: ofPackage,
  changeStatus: ofPackage,
  uploadDocument: ofPackage,
  uploadDocuments: ofPackage,
  updateDocument: ofPackage,
  postDocument: ofPackage,
  deleteDocument: ofPackage,
  deleteDocuments: ofPackage,
  createApproval: ofPackage,
  replaceApprovals: ofPackage,
  updateApproval: ofPackage,
  deleteApproval: ofPackage,
  createField: ofPackage,
  updateField: ofPackage,
  deleteField: ofPackage,
  updatePackage: ofPackage,
  getSigningUrl: ofPackage,
  notifyRole: ofPackage,
  notifySigner: ofPackage,
  unlockRole: ofPackage,
  notifyBySms: ofPackage,
  createReminders: ofPackage,
  updateReminders: ofPackage,
  createGroup: ofPackage,
  updateGroup: ofGroup,
  deleteGroup: ofGroup,
  createMultiUseToken: ofNamed,
  createSingleUseToken: ofNamed,
};

type InPackage = HandlerContext<State, { readonly path: { readonly packageId: string; readonly roleId?: string } }>;

/** Package and role have to be there before any rule about them can be asked. */
function ofPackage({ state, values: { path }, tools }: InPackage): PackageFacts | Rejection {
  const found = packageAt(state, path.packageId, tools.now());
  if (isRejection(found)) return found;
  const role = path.roleId === undefined ? undefined : roleAt(found, path.roleId);
  return role !== undefined && isRejection(role) ? role : factsOf(found);
}

type InGroup = HandlerContext<State, { readonly path: { readonly packageId: string; readonly roleId: string } }>;

/** A role that is no group is none here: its handler says so. */
function ofGroup({ state, values: { path }, tools }: InGroup): PackageFacts | Rejection {
  const found = packageAt(state, path.packageId, tools.now());
  return isRejection(found) ? found : factsOf(found);
}

type NamingPackage = HandlerContext<State, { readonly body: { readonly packageId: string } }>;

function ofNamed({ state, values: { body }, tools }: NamingPackage): PackageFacts | Rejection {
  const found = packageAt(state, body.packageId, tools.now());
  return isRejection(found) ? found : factsOf(found);
}
