import type { EmulatorTools, Rejection } from '../../../core/emulation';
import { refuse } from '../failures';
import { inlineFileObjectsOf } from './fileObjects';
import { fileObjectsOf, membersOf } from './records';
import type { EmulatedMember, Handlers, MemberSettings, State } from './state';
import { viewMember } from './view';

export const memberHandlers: Pick<
  Handlers,
  'createMember' | 'getMember' | 'updateMember' | 'deleteMember' | 'listMembers' | 'getMemberProof'
> = {
  createMember: ({ state, values: { body }, tools }) => {
    const procedure = state.procedures.get(body.procedure);
    if (procedure === undefined) return refuse('object-unknown', { id: body.procedure });
    if (procedure.isBroken) return refuse('internal-error');
    const member = addMember(state, body.procedure, body, tools);
    if ('failure' in member) return member;
    procedure.updatedAt = tools.now();
    return { status: 201, body: viewMember(state, member) };
  },
  getMember: ({ state, values: { path } }) => {
    const member = memberAt(state, path.id);
    return member ? { status: 200, body: viewMember(state, member) } : refuse('member-not-found');
  },
  updateMember: ({ state, values: { path, body }, tools }) => {
    const member = memberAt(state, path.id);
    if (member === undefined) return refuse('member-not-found');
    const { procedure = member.procedure } = body;
    if (!state.procedures.has(procedure)) return refuse('object-unknown', { id: procedure });
    const settings = settingsOf(state, body, member.settings.position);
    if ('failure' in settings) return settings;
    const { fileObjects } = body;
    const added = inlineFileObjectsOf(state, { id: member.id, procedure }, fileObjects, tools);
    if ('failure' in added) return added;
    if (fileObjects !== undefined) removeFileObjects(state, member);
    for (const one of added) state.fileObjects.set(one.id, one);
    member.settings = { ...member.settings, ...settings };
    member.procedure = procedure;
    member.updatedAt = tools.now();
    return { status: 200, body: viewMember(state, member) };
  },
  deleteMember: ({ state, values: { path } }) => {
    const member = memberAt(state, path.id);
    if (member === undefined) return refuse('member-not-found');
    removeMember(state, member);
    return { status: 204 };
  },
  listMembers: ({ state, values: { query } }) => ({
    status: 200,
    body: (query.procedure === undefined ? [...state.members.values()] : membersOf(state, { id: query.procedure })).map(
      (member) => viewMember(state, member),
    ),
  }),
  getMemberProof: ({ state, values: { path } }) => {
    const member = memberAt(state, path.id);
    if (member?.finishedAt === undefined) return refuse('proof-not-found');
    return { status: 200, headers: json, body: JSON.stringify(btoa(proofOf(member))) };
  },
};

export function proofOf({ id }: EmulatedMember): string {
  return `%PDF-1.4\n% Proof of ${id}, made up by the emulator\n%%EOF\n`;
}

/** A text that is sent as JSON: the engine would send it as plain text. */
export const json = { 'content-type': 'application/json' };

type CreateBody = Parameters<Handlers['createMember']>[0]['values']['body'];
type UpdateBody = Parameters<Handlers['updateMember']>[0]['values']['body'];

export function addMember(
  state: State,
  procedure: string,
  body: Omit<CreateBody, 'procedure'>,
  tools: EmulatorTools,
): EmulatedMember | Rejection {
  const settings = settingsOf(state, body, membersOf(state, { id: procedure }).length + 1);
  if ('failure' in settings) return settings;
  const id = `/members/${tools.uuid()}`;
  const fileObjects = inlineFileObjectsOf(state, { id, procedure }, body.fileObjects, tools);
  if ('failure' in fileObjects) return fileObjects;
  const now = tools.now();
  const member: EmulatedMember = {
    id,
    procedure,
    settings,
    status: 'pending',
    comment: null,
    createdAt: now,
    updatedAt: now,
    finishedAt: undefined,
  };
  state.members.set(id, member);
  for (const one of fileObjects) state.fileObjects.set(one.id, one);
  return member;
}

export function removeMember(state: State, member: EmulatedMember): void {
  removeFileObjects(state, member);
  state.members.delete(member.id);
}

function removeFileObjects(state: State, member: EmulatedMember): void {
  for (const { id } of fileObjectsOf(state, member)) state.fileObjects.delete(id);
}

function memberAt(state: State, uuid: string): EmulatedMember | undefined {
  return state.members.get(`/members/${uuid}`);
}

/** What a user says of itself counts, and the SMS text may come by either of its names. */
function settingsOf(
  state: State,
  body: Omit<CreateBody, 'procedure'> | UpdateBody,
  nextPosition: number,
): MemberSettings | Rejection {
  const { fileObjects: _placed, modeSmsConfiguration, position = nextPosition, ...given } = body;
  const sms = given.operationModeSmsConfig ?? modeSmsConfiguration;
  const settings = { ...given, position, ...(sms !== undefined && { operationModeSmsConfig: sms }) };
  const userId = 'user' in body ? body.user : undefined;
  if (!userId) return settings;
  const user = state.users.get(userId);
  if (user === undefined) return refuse('object-unknown', { id: userId });
  const { firstname, lastname, email, phone } = user;
  return { ...settings, user: userId, firstname, lastname, email, phone };
}
