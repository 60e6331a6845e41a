import { servedAddress } from '../../../core/addresses/webAddress';
import { type EmulatorTools, isRejection, type SigningContext } from '../../../core/emulation';
import type { SigningVisit } from '../../../core/recipients/signingVisit';
import { defineSigningDesk, inOrder, newlyOnTurn, onTurn, visitState } from '../../../kit/signing';
import { refuse } from '../failures';
import type { SignerToken } from './access/accessState';
import { answerChecks, asksForCode, heldOf, questionsOf, sendCode, signerIdOf } from './access/lock';
import { enterByToken, isGood, tokenIn } from './access/sessions';
import { nothingIn } from './dialects';
import { consentTitle } from './documents/consent';
import { tellSigned, tellStatus, tellViewed } from './events/statusEvents';
import { groupOf } from './groups/members';
import { completeIfSigned } from './packages/packages';
import { authAddress, emailOf, mailRoles, signingAddress, signingPath } from './signingPages';
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
import { signerOf, unmailedSigners } from './unmailed';

export const signingHandlers = {
  getSigningUrl: ({ state, values: { path }, tools, baseUrl }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const role = roleAt(found, path.roleId);
    if (isRejection(role)) return role;
    const page = signingPath(role);
    const url = servedAddress(baseUrl, page) ?? page;
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
  isPage: (path) => path === signingAddress || path === authAddress,
  find: deskOf,
  enter: enterByToken,
  visit: visitOf,
  answer: (desk, answers, { state, tools }) => answerChecks(state, desk, answers, tools),
  finish: ({ holder, role }, { state, tools }) => {
    const now = tools.now();
    const before = onTurn(signingRoles(holder), turns);
    role.signedAt = now;
    mailRoles(holder, newlyOnTurn(signingRoles(holder), before, turns), 'invitation', tools);
    holder.updatedAt = now;
    completeIfSigned(holder, now);
    tellSigned(state, holder, role, tools);
    const redirect = holder.values.settings?.ceremony?.handOver?.href;
    return redirect ? { redirect } : {};
  },
  unmailed: unmailedSigners,
  decline: ({ holder, role }, reason, { state, tools }) => {
    holder.status = 'DECLINED';
    holder.updatedAt = tools.now();
    holder.messages.push({ content: reason, created: tools.now(), from: role.body });
    tellStatus(state, holder, 'SENT', tools, { sessionUser: signerIdOf(role), message: reason });
    return {};
  },
});

interface Desk {
  readonly holder: EmulatedPackage;
  readonly role: EmulatedRole;
  /** The token lets nobody in any more. */
  readonly isSpent: boolean;
}

/** By the link of a role, which lasts, or by a token. Whoever is there for a group sits at the group's desk. */
function deskOf({ state, query, tools, opens }: SigningContext<State>): Desk | undefined {
  const value = tokenIn(query);
  const token = state.signerTokens.get(value);
  const found = token === undefined ? deskOfRole(state, value) : deskOfToken(state, token);
  if (found === undefined) return undefined;
  const { holder } = found;
  expire(holder, tools.now());
  const isSpent = token !== undefined && !isGood(token, tools.now(), opens === true);
  if (token !== undefined && opens && !isSpent) token.openedAt = tools.now();
  return { holder, role: groupOf(holder, found.role) ?? found.role, isSpent };
}

function deskOfRole({ packages, bySession }: State, token: string): Pick<Desk, 'holder' | 'role'> | undefined {
  const holder = packages.get(bySession.first(token)?.id ?? '');
  const role = holder?.roles.find(({ sessionToken }) => sessionToken === token);
  return holder && role && { holder, role };
}

function deskOfToken(
  { packages }: State,
  { packageId, roleId }: SignerToken,
): Pick<Desk, 'holder' | 'role'> | undefined {
  const holder = packages.get(packageId);
  const role = holder?.roles.find(({ body }) => body.id === roleId);
  return holder && role && { holder, role };
}

function visitOf(desk: Desk, { state, tools, opens }: SigningContext<State>): SigningVisit {
  const { holder, role } = desk;
  const visit = stateOf(desk, tools.now());
  if (opens) tellOpened(state, desk, visit, tools);
  return {
    state: visit,
    signer: signerOf(role),
    ...(visit === 'challenged' && { questions: questionsOf(role) }),
    documents: [{ title: consentTitle, fields: ['Accept'] }, ...papersOf(holder, role)],
    progress: inOrder(signingRoles(holder), turns.orderOf).map((other) => ({
      title: emailOf(other) || other.body.signers[0]?.firstName || other.body.id,
      order: turns.orderOf(other),
      status: statusOf(holder, other),
    })),
  };
}

/** What the API does when somebody opens the page: it sends the code that is asked for, or tells of the visit. */
function tellOpened(state: State, { holder, role }: Desk, visit: SigningVisit['state'], tools: EmulatorTools): void {
  const { access } = role;
  if (visit === 'challenged' && asksForCode(role) && access.code === undefined) sendCode(holder, role, tools);
  if (visit !== 'open' || access.hasOpened) return;
  access.hasOpened = true;
  tellViewed(state, holder, role, tools);
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

function stateOf({ holder, role, isSpent }: Desk, now: number): SigningVisit['state'] {
  return visitState({
    hasSigned: role.signedAt !== undefined,
    hasDeclined: false,
    over: endOf(holder, isSpent),
    isWaiting: isWaiting(holder, role),
    held: heldOf(role, now),
  });
}

function endOf({ status }: EmulatedPackage, isSpent: boolean): 'expired' | 'declined' | 'cancelled' | undefined {
  if (status !== 'SENT') return endings[status] ?? 'cancelled';
  return isSpent ? 'expired' : undefined;
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
