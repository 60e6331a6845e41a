import { addressOn } from '../../../core/addresses/webAddress';
import { isRejection, type SigningContext, type SigningVisit } from '../../../core/emulation';
import { fullName } from '../../../kit/fullName';
import { defineSigningDesk, inOrder, newlyOnTurn, onTurn, visitState } from '../../../kit/signing';
import { refuse } from '../failures';
import { nothingIn } from './dialects';
import { consentTitle } from './documents/consent';
import { completeIfSigned } from './packages/packages';
import { emailOf, mailRoles, signingAddress, signingPath } from './signingPages';
import {
  type EmulatedPackage,
  type EmulatedRole,
  expire,
  type Handlers,
  isWaiting,
  type PackageStatus,
  packageAt,
  roleAt,
  type State,
  signingRoles,
  turns,
} from './state';

export const signingHandlers = {
  getSigningUrl: ({ state, values: { path }, tools, baseUrl }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const role = roleAt(found, path.roleId);
    if (isRejection(role)) return role;
    const page = signingPath(role);
    const url = addressOn(baseUrl, page) ?? page;
    return { status: 200, body: { packageId: found.id, roleId: role.body.id, url } };
  },
  notifyRole: ({ state, values: { path }, tools, dialect }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const role = roleAt(found, path.roleId);
    if (isRejection(role)) return role;
    mailRoles(found, [role], 'reminder', tools);
    return nothingIn(dialect);
  },
  notifySigner: ({ state, values: { path, body }, tools, dialect }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const known = found.roles.find((role) => emailOf(role).toLowerCase() === body.email?.toLowerCase());
    if (known === undefined) return refuse('signer-not-found');
    mailRoles(found, [known], 'reminder', tools);
    return nothingIn(dialect);
  },
} satisfies Partial<Handlers>;

export const signingDesk = defineSigningDesk({
  isPage: (path) => path === signingAddress,
  find: deskOf,
  visit: visitOf,
  finish: ({ holder, role }, { tools }) => {
    const now = tools.now();
    const before = onTurn(signingRoles(holder), turns);
    role.signedAt = now;
    mailRoles(holder, newlyOnTurn(signingRoles(holder), before, turns), 'invitation', tools);
    holder.updatedAt = now;
    completeIfSigned(holder, now);
    const redirect = holder.values.settings?.ceremony?.handOver?.href;
    return redirect ? { redirect } : {};
  },
  decline: ({ holder, role }, reason, { tools }) => {
    holder.status = 'DECLINED';
    holder.updatedAt = tools.now();
    holder.messages.push({ content: reason, created: tools.now(), from: role.body });
    return {};
  },
});

interface Desk {
  readonly holder: EmulatedPackage;
  readonly role: EmulatedRole;
}

function deskOf({ state, query, tools }: SigningContext<State>): Desk | undefined {
  const token = query['sessionToken'];
  for (const holder of state.packages.values()) {
    const role = holder.roles.find(({ sessionToken }) => sessionToken === token);
    if (role === undefined) continue;
    expire(holder, tools.now());
    return { holder, role };
  }
  return undefined;
}

function visitOf({ holder, role }: Desk): SigningVisit {
  const [signer] = role.body.signers;
  const name = fullName(signer?.firstName, signer?.lastName);
  return {
    state: stateOf(holder, role),
    signer: { name, email: emailOf(role), ...(role.body.name && { role: role.body.name }) },
    documents: [{ title: consentTitle, fields: ['Accept'] }, ...papersOf(holder, role)],
    progress: inOrder(signingRoles(holder), turns.orderOf).map((other) => ({
      title: emailOf(other) || other.body.id,
      order: turns.orderOf(other),
      status: statusOf(holder, other),
    })),
  };
}

function papersOf({ documents }: EmulatedPackage, { body }: EmulatedRole): SigningVisit['documents'] {
  return documents.map(({ body: { name, approvals } }) => ({
    title: name,
    fields: approvals
      .filter(({ role }) => role === body.id)
      .flatMap(({ fields }) => fields)
      .map((field) => (field.name === field.id ? field.subtype : field.name)),
  }));
}

function stateOf(holder: EmulatedPackage, role: EmulatedRole): SigningVisit['state'] {
  return visitState({
    hasSigned: role.signedAt !== undefined,
    hasDeclined: false,
    over: holder.status === 'SENT' ? undefined : (endings[holder.status] ?? 'cancelled'),
    isWaiting: isWaiting(holder, role),
  });
}

const endings: Readonly<Partial<Record<PackageStatus, 'expired' | 'declined'>>> = {
  EXPIRED: 'expired',
  DECLINED: 'declined',
  OPTED_OUT: 'declined',
};

function statusOf(holder: EmulatedPackage, role: EmulatedRole): string {
  if (role.signedAt !== undefined) return 'signed';
  const hasDeclined = holder.status === 'DECLINED' && holder.messages.some(({ from }) => from.id === role.body.id);
  if (hasDeclined) return 'declined';
  return isWaiting(holder, role) ? 'waiting' : 'not signed';
}
