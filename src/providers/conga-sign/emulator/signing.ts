import { addressOn } from '../../../core/addresses/webAddress';
import {
  isRejection,
  type SigningContext,
  type SigningDesk,
  type SigningResult,
  type SigningVisit,
} from '../../../core/emulation';
import { refuse } from '../failures';
import type { Handlers } from './handlers';
import { completeIfSigned } from './packages';
import { consentTitle } from './packageView';
import {
  type EmulatedPackage,
  type EmulatedRole,
  expire,
  isWaiting,
  packageAt,
  roleAt,
  type State,
  signingRoles,
} from './state';

export const signingHandlers: Pick<Handlers, 'getSigningUrl' | 'notifyRole' | 'notifySigner'> = {
  getSigningUrl: ({ state, values: { path }, tools, origin }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const role = roleAt(found, path.roleId);
    if (isRejection(role)) return role;
    const page = `${address}?sessionToken=${role.sessionToken}`;
    const url = addressOn(origin, page) ?? page;
    return { status: 200, body: { packageId: found.id, roleId: role.body.id, url } };
  },
  notifyRole: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const role = roleAt(found, path.roleId);
    return isRejection(role) ? role : { status: 204 };
  },
  notifySigner: ({ state, values: { path, body }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const isKnown = found.roles.some((role) => emailOf(role).toLowerCase() === body.email?.toLowerCase());
    return isKnown ? { status: 204 } : refuse('signer-not-found');
  },
};

/** OneSpan opens signing sessions at this address; what signing URLs of Conga look like is not documented. */
const address = '/access';

export const signingDesk: SigningDesk<State> = {
  visit: (context) => {
    if (context.path !== address) return undefined;
    const desk = deskOf(context);
    return desk ? visitOf(desk) : { state: 'unknown', signer: { name: '', email: '' }, documents: [], progress: [] };
  },
  finish: (context): SigningResult => {
    const desk = deskOf(context);
    if (desk === undefined) return {};
    const now = context.tools.now();
    desk.role.signedAt = now;
    desk.holder.updatedAt = now;
    completeIfSigned(desk.holder, now);
    const redirect = desk.holder.values.settings?.ceremony?.handOver?.href;
    return redirect ? { redirect } : {};
  },
  decline: (context, reason): SigningResult => {
    const desk = deskOf(context);
    if (desk === undefined) return {};
    const { holder, role } = desk;
    holder.status = 'DECLINED';
    holder.updatedAt = context.tools.now();
    holder.messages.push({ content: reason, created: context.tools.now(), from: role.body });
    return {};
  },
};

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
  const [signer] = role.body.signers ?? [];
  const name = [signer?.firstName, signer?.lastName].filter(Boolean).join(' ');
  return {
    state: stateOf(holder, role),
    signer: { name, email: emailOf(role), ...(role.body.name && { role: role.body.name }) },
    documents: [{ title: consentTitle, fields: ['Accept'] }, ...papersOf(holder, role)],
    progress: [...signingRoles(holder)]
      .sort((one, other) => (one.body.index ?? 0) - (other.body.index ?? 0))
      .map((other) => ({
        title: emailOf(other) || other.body.id,
        order: other.body.index ?? 0,
        status: statusOf(holder, other),
      })),
  };
}

function papersOf({ documents }: EmulatedPackage, { body }: EmulatedRole): SigningVisit['documents'] {
  return documents.map((document) => ({
    title: document.name ?? document.id,
    fields: document.approvals
      .filter(({ role }) => role === body.id)
      .flatMap(({ fields }) => fields ?? [])
      .map(({ name, subtype, type }) => name ?? subtype ?? type ?? 'Field'),
  }));
}

function stateOf(holder: EmulatedPackage, role: EmulatedRole): SigningVisit['state'] {
  if (role.signedAt !== undefined) return 'used';
  switch (holder.status) {
    case 'SENT':
      return isWaiting(holder, role) ? 'waiting' : 'open';
    case 'EXPIRED':
      return 'expired';
    case 'DECLINED':
    case 'OPTED_OUT':
      return 'declined';
    default:
      return 'cancelled';
  }
}

function statusOf(holder: EmulatedPackage, role: EmulatedRole): string {
  if (role.signedAt !== undefined) return 'signed';
  const hasDeclined = holder.status === 'DECLINED' && holder.messages.some(({ from }) => from.id === role.body.id);
  if (hasDeclined) return 'declined';
  return isWaiting(holder, role) ? 'waiting' : 'not signed';
}

function emailOf({ body }: EmulatedRole): string {
  return body.signers?.[0]?.email ?? '';
}
