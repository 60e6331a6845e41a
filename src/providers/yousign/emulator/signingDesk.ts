import type { SigningContext, SigningResult, UnmailedSigner } from '../../../core/emulation';
import type { SigningVisit } from '../../../core/recipients/signingVisit';
import { fullName } from '../../../kit/fullName';
import { defineSigningDesk, inOrder, visitState } from '../../../kit/signing';
import { getMember } from '../operations/members/members';
import { startProcedure } from '../operations/procedures/procedures';
import { asked, pagePath, tellEvent } from './notices';
import { expire, fileObjectsOf, filesOf, isWaiting, membersOf, turns } from './records';
import type {
  EmulatedFileObject,
  EmulatedMember,
  EmulatedProcedure,
  ProcedureStatus,
  SignatureUi,
  State,
} from './state';

interface Desk {
  readonly procedure: EmulatedProcedure;
  readonly member: EmulatedMember;
  /** Of the look of the page that the link names, if any. */
  readonly ui: Partial<SignatureUi['settings']>;
}

/** The web app: `/procedure/sign?members=/members/<uuid>`, with or without a signature UI. */
export const signingDesk = defineSigningDesk({
  isPage: (path) => /^\/procedure\/sign\/?$/.test(path),
  find: deskOf,
  visit: (desk, { state }) => visitOf(state, desk),
  finish: ({ procedure, member, ui }, { state, tools }) => {
    const told = { state, procedure, tools };
    const before = asked(told);
    end(member, 'done', tools.now());
    tellEvent(told, 'member.finished', member);
    const isLast = membersOf(state, procedure).every(turns.isDone);
    if (isLast) endProcedure(procedure, 'finished', tools.now());
    if (isLast) tellEvent(told, 'procedure.finished');
    for (const next of asked(told)) if (!before.includes(next)) tellEvent(told, 'member.started', next);
    return resultOf(ui.redirectSuccess);
  },
  decline: ({ procedure, member, ui }, reason, { state, tools }) => {
    end(member, 'refused', tools.now());
    member.comment = reason === '' ? null : reason;
    endProcedure(procedure, 'refused', tools.now());
    tellEvent({ state, procedure, tools }, 'procedure.refused', member);
    return resultOf(ui.redirectCancel);
  },
  unmailed: unmailedSigners,
});

/** Applications make the address of somebody's page of the member's ID; a draft has nobody to sign it. */
function unmailedSigners(state: State, id: string): readonly UnmailedSigner[] {
  const procedure = state.procedures.get(id);
  if (procedure === undefined) return [];
  return membersOf(state, procedure).map((member) => ({
    signer: signerOf(member),
    ...(procedure.status === 'draft'
      ? { pageBy: startProcedure }
      : { pageBy: getMember, open: () => pagePath(member) }),
  }));
}

function signerOf(member: EmulatedMember): SigningVisit['signer'] {
  const { type, email } = member.settings;
  return { name: nameOf(member), email: email ?? '', ...(type === 'validator' && { role: type }) };
}

/** The redirects are those of the signature UI; whether the real page waits for a click makes no difference here. */
function resultOf(redirect: SignatureUi['settings']['redirectSuccess']): SigningResult {
  return redirect?.url ? { redirect: redirect.url } : {};
}

function deskOf({ state, query, tools }: SigningContext<State>): Desk | undefined {
  const member = state.members.get(idIn(query['members']));
  const procedure = member && state.procedures.get(member.procedure);
  const ui = state.signatureUis.get(idIn(query['signatureUi']))?.settings ?? {};
  return procedure && { member, procedure: expire(procedure, tools.now()), ui };
}

/** Yousign's pages write "/" as "~2F" here. */
function idIn(parameter = ''): string {
  return parameter.replace(/~2F/gi, '/');
}

function end(member: EmulatedMember, status: 'done' | 'refused', now: number): void {
  member.status = status;
  member.updatedAt = now;
  if (status === 'done') member.finishedAt = now;
}

function endProcedure(procedure: EmulatedProcedure, status: 'finished' | 'refused', now: number): void {
  procedure.status = status;
  procedure.updatedAt = now;
  procedure.finishedAt = now;
}

function visitOf(state: State, desk: Desk): SigningVisit {
  const { procedure, member } = desk;
  return {
    state: stateOf(state, desk),
    signer: signerOf(member),
    documents: filesOf(state, procedure).map((file) => ({
      title: file.name,
      fields: fileObjectsOf(state, member)
        .filter((one) => one.file === file.id)
        .map(fieldOf),
    })),
    progress: inOrder(membersOf(state, procedure), turns.orderOf).map((one) => ({
      title: one.settings.email ?? nameOf(one),
      order: one.settings.position,
      status: one.status,
    })),
  };
}

function stateOf(state: State, { procedure, member }: Desk): SigningVisit['state'] {
  return visitState({
    hasSigned: member.status === 'done' || member.status === 'processing',
    hasDeclined: member.status === 'refused',
    over: endings[procedure.status],
    isWaiting: procedure.status === 'draft' || isWaiting(state, procedure, member),
  });
}

const endings: Readonly<Partial<Record<ProcedureStatus, 'expired' | 'cancelled'>>> = {
  expired: 'expired',
  finished: 'cancelled',
  refused: 'cancelled',
};

function fieldOf({ placement }: EmulatedFileObject): string {
  const { type = 'signature', page, mention, content } = placement;
  const place = page ? ` on page ${page}` : '';
  if (type === 'text') return `Text${place}${content ? `: ${content}` : ''}`;
  return page === 0 ? 'Signature, not visible' : `Signature${place}${mention ? `: ${mention}` : ''}`;
}

function nameOf({ settings: { firstname, lastname } }: EmulatedMember): string {
  return fullName(firstname, lastname);
}
