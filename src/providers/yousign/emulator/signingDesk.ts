import type { SigningContext, SigningDesk, SigningVisit } from '../../../core/emulation';
import {
  type EmulatedFileObject,
  type EmulatedMember,
  type EmulatedProcedure,
  expire,
  fileObjectsOf,
  filesOf,
  isWaiting,
  membersOf,
  type State,
} from './state';

interface Desk {
  readonly procedure: EmulatedProcedure;
  readonly member: EmulatedMember;
}

/** The web app: `/procedure/sign?members=/members/<uuid>`, with or without a signature UI. */
export const signingDesk: SigningDesk<State> = {
  visit: (context) => {
    if (!/^\/procedure\/sign\/?$/.test(context.path)) return undefined;
    const desk = deskOf(context);
    return desk ? visitOf(context.state, desk) : closed;
  },
  finish: (context) => {
    const desk = deskOf(context);
    if (desk === undefined) return {};
    end(desk.member, 'done', context.tools.now());
    const isLast = membersOf(context.state, desk.procedure).every(({ status }) => status === 'done');
    if (isLast) endProcedure(desk.procedure, 'finished', context.tools.now());
    return {};
  },
  decline: (context, reason) => {
    const desk = deskOf(context);
    if (desk === undefined) return {};
    end(desk.member, 'refused', context.tools.now());
    desk.member.comment = reason === '' ? null : reason;
    endProcedure(desk.procedure, 'refused', context.tools.now());
    return {};
  },
};

const closed: SigningVisit = { state: 'unknown', signer: { name: '', email: '' }, documents: [], progress: [] };

function deskOf({ state, query, tools }: SigningContext<State>): Desk | undefined {
  // Yousign's pages write "/" as "~2F" here.
  const id = (query['members'] ?? '').replace(/~2F/gi, '/');
  const member = state.members.get(id);
  const procedure = member && state.procedures.get(member.procedure);
  return procedure && { member, procedure: expire(procedure, tools.now()) };
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
  const { type, email } = member.settings;
  return {
    state: stateOf(state, desk),
    signer: { name: nameOf(member), email: email ?? '', ...(type === 'validator' && { role: type }) },
    documents: filesOf(state, procedure).map((file) => ({
      title: file.name,
      fields: fileObjectsOf(state, member)
        .filter((one) => one.file === file.id)
        .map(fieldOf),
    })),
    progress: [...membersOf(state, procedure)]
      .sort((one, other) => one.settings.position - other.settings.position)
      .map((one) => ({
        title: one.settings.email ?? nameOf(one),
        order: one.settings.position,
        status: one.status,
      })),
  };
}

function stateOf(state: State, { procedure, member }: Desk): SigningVisit['state'] {
  if (member.status === 'done' || member.status === 'processing') return 'used';
  if (member.status === 'refused') return 'declined';
  switch (procedure.status) {
    case 'active':
      return isWaiting(state, procedure, member) ? 'waiting' : 'open';
    case 'draft':
      return 'waiting';
    case 'expired':
      return 'expired';
    case 'finished':
    case 'refused':
      return 'cancelled';
  }
}

function fieldOf({ placement }: EmulatedFileObject): string {
  const { type = 'signature', page, mention, content } = placement;
  const place = page ? ` on page ${page}` : '';
  if (type === 'text') return `Text${place}${content ? `: ${content}` : ''}`;
  return page === 0 ? 'Signature, not visible' : `Signature${place}${mention ? `: ${mention}` : ''}`;
}

function nameOf({ settings: { firstname, lastname } }: EmulatedMember): string {
  return [firstname, lastname].filter(Boolean).join(' ');
}
