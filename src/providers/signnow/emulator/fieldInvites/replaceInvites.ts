import type { Caller, EmulatorTools } from '../../../../core/emulation';
import { refuse } from '../../failures';
import { tellInvites } from '../events/progress';
import { openDocument } from '../links';
import type { EmulatedDocument } from '../records/documents';
import type { EmulatedInvite } from '../records/invites';
import { type Handlers, newId, type State } from '../state';
import { ownDocuments, touch } from './changeInvites';
import { settingsOf } from './mailedInvites';

export const replaceHandlers: Pick<Handlers, 'replaceFieldInvite' | 'triggerFieldInvite'> = {
  replaceFieldInvite: ({ state, values: { body }, caller, tools }) => {
    const found = roleIn(state, caller, body.role_id);
    if (found === undefined) return refuse('role-not-found');
    const { document, role } = found;
    if (document.invites.some((invite) => invite.role.id === role.id && invite.status !== 'declined')) {
      return refuse('role-is-invited');
    }
    const before = body.is_replace ? deletedOf(document, role.id) : undefined;
    const invite = newInvite(role, body, before, tools);
    document.invites = [...document.invites, invite];
    document.updatedAt = tools.now();
    tellInvites(state, 'document.fieldinvite.replace', document, [invite], tools);
    return { status: 200, body: { id: invite.id } };
  },
  triggerFieldInvite: ({ state, values: { path }, tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found-v1');
    openDocument(state, document, tools);
    document.updatedAt = tools.now();
    return { status: 200, body: { status: 'success' } };
  },
};

type Body = Parameters<Handlers['replaceFieldInvite']>[0]['values']['body'];

/** The call names no document; IDs of roles are unique. */
function roleIn(state: State, caller: Caller, id: string) {
  for (const document of ownDocuments(state, caller)) {
    const role = document.roles.find((one) => one.id === id);
    if (role === undefined) continue;
    touch(state, document);
    return { document, role };
  }
  return undefined;
}

function deletedOf({ deletedInvites = [] }: EmulatedDocument, roleId: string): EmulatedInvite | undefined {
  return deletedInvites.findLast(({ role }) => role.id === roleId);
}

function newInvite(
  role: EmulatedInvite['role'],
  body: Body,
  before: EmulatedInvite | undefined,
  tools: EmulatorTools,
): EmulatedInvite {
  const now = tools.now();
  return {
    id: newId(tools),
    email: body.email.trim(),
    role,
    embedded: false,
    order: before?.order ?? 1,
    status: 'created',
    createdAt: now,
    updatedAt: now,
    settings: settingsAfter(before, body),
  };
}

/** What is not said stays as it was. */
function settingsAfter(
  before: EmulatedInvite | undefined,
  { decline_by_signature: decline, ...body }: Body,
): EmulatedInvite['settings'] {
  const own = settingsOf({ ...body, ...(decline !== undefined && { decline_by_signature: `${decline}` }) }, 'email');
  if (before === undefined) return own;
  return {
    ...before.settings,
    ...(body.expiration_days !== undefined && { link_expiration: own.link_expiration }),
    ...(body.reminder !== undefined && { reminder: own.reminder }),
    ...(body.authentication_type !== undefined && { authentication: own.authentication }),
    ...(decline !== undefined && { decline_by_signature: own.decline_by_signature }),
  };
}
