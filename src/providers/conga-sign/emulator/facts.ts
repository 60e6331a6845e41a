import { type EmulatorDefinition, type HandlerContext, isRejection, type Rejection } from '../../../core/emulation';
import { operations } from '../operations/operations';
import type { PackageFacts } from '../packageFacts';
import { factsOf } from './packageView';
import { packageAt, roleAt, type State } from './state';

/** What the rules of the calls need to know, from the state instead of over the wire. */
export const facts: NonNullable<EmulatorDefinition<State>['facts']> = {
  [operations.addRole.id]: ofPackage,
  [operations.updateRole.id]: ofPackage,
  [operations.removeRole.id]: ofPackage,
  [operations.reorderRoles.id]: ofPackage,
  [operations.sendPackage.id]: ofPackage,
  [operations.getSigningUrl.id]: ofPackage,
  [operations.notifyRole.id]: ofPackage,
  [operations.notifySigner.id]: ofPackage,
};

/** Package and role have to be there before any rule about them can be asked. */
function ofPackage({ state, values, tools }: HandlerContext<State>): PackageFacts | Rejection {
  const { path } = values as { readonly path: { readonly packageId: string; readonly roleId?: string } };
  const found = packageAt(state, path.packageId, tools.now());
  if (isRejection(found)) return found;
  const role = path.roleId === undefined ? undefined : roleAt(found, path.roleId);
  return role !== undefined && isRejection(role) ? role : factsOf(found);
}
