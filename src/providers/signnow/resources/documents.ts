import * as z from 'zod';
import type { Collection, DocumentDetail, DocumentSummary, Recipient } from '../../../core/documents';
import type { PreparedRequest } from '../../../core/operation';
import { ask, step } from '../../../kit/calls';
import { byPage } from '../../../kit/paging';
import { type Rows, rowsOf } from '../../../kit/reading/rows';
import {
  type DocumentFacts,
  documentFacts,
  type InviteFacts,
  isInvited,
  readDocument,
  seenDocument,
} from '../facts/documentFacts';
import { deleteDocument } from '../operations/documents/deleteDocument';
import { listDocuments, listUnmodifiedDocuments } from '../operations/documents/documents';
import { uploadDocument } from '../operations/documents/uploadDocument';
import { deleteEmbeddedInvites } from '../operations/embeddedInvites/deleteEmbeddedInvites';
import { copyTemplate } from '../operations/templates/templates';
import {
  addFieldsStep,
  cancelFreeFormStep,
  cancelInvitesStep,
  deleteInviteStep,
  downloadStep,
  embeddedInvitesStep,
  freeFormStep,
  inviteLinkStep,
  mailInvitesStep,
  reassignInviteStep,
  replaceInviteStep,
  resendInviteStep,
  triggerInvitesStep,
} from '../steps';
import { inviteStatus, overallStatus } from './status';

export const documentCollection: Collection = {
  id: 'documents',
  title: 'Documents',
  noun: 'document',
  create: [uploadDocument.id],
  verbs: ['invite'],
  list: async (call, cursor) => {
    const page = await byPage(cursor, 50, async (number, size) =>
      rowsIn(await ask(call, listDocuments, { query: { page: number, per_page: size } })),
    );
    if (page.next !== undefined) return page;
    // Behind the last page stand the documents that the paged call leaves out.
    const unmodified = rowsIn(await ask(call, listUnmodifiedDocuments, {}));
    const remarks = [...(page.remarks ?? []), ...unmodified.remarks];
    return { items: [...page.items, ...unmodified.items], ...(remarks.length > 0 && { remarks }) };
  },
  read: async (call, id) => documentDetail(documentFacts(await readDocument(id, call), [])),
};

/** A document as the tree shows it. */
export function documentDetail(document: DocumentFacts): DocumentDetail {
  const isEmpty = [document.roles, document.invites, document.requests].every((list) => list.length === 0);
  return {
    ...summaryOf(document),
    recipients: recipientsOf(document),
    actions: actionsOf(document),
    ...(isEmpty && { empty: 'No fields yet, so no roles.' }),
  };
}

function rowsIn(reply: unknown): Rows {
  return rowsOf(z.array(z.unknown()).parse(reply), seenDocument, (document) => summaryOf(documentFacts(document, [])));
}

function summaryOf({ id, name, invites, requests, hasFields, template }: DocumentFacts): DocumentSummary {
  if (template) return { id, title: name, status: { text: 'template', tone: 'none' } };
  const statuses = [...invites, ...requests].map(({ status }) => status);
  return { id, title: name, status: overallStatus(statuses, hasFields) };
}

/** Whoever is invited; the roles as long as nobody is. */
function recipientsOf(document: DocumentFacts): readonly Recipient[] {
  if (document.invites.length === 0) {
    if (document.requests.length > 0) return requestRecipients(document);
    return document.roles.map(({ id, name, order }) => ({ id, title: name, order, actions: [] }));
  }
  const invited = document.invites.map((invite) => {
    const order = document.roles.find(({ id }) => id === invite.roleId)?.order;
    return {
      id: invite.id,
      title: invite.email,
      ...(invite.role !== undefined && { role: invite.role }),
      ...(order !== undefined && { order }),
      status: inviteStatus(invite.status),
      actions: invite.embedded ? linkActions(document, invite, order) : mailActions(document, invite),
    };
  });
  return [...invited, ...vacantRoles(document)];
}

/** Roles whose mailed invite was deleted, or that never had one. */
function vacantRoles(document: DocumentFacts): readonly Recipient[] {
  if (!isMailed(document)) return [];
  const taken = new Set(document.invites.map(({ roleId }) => roleId));
  return document.roles
    .filter(({ id }) => !taken.has(id))
    .map(({ id, name, order }) => ({ id, title: name, order, actions: [replaceInviteStep(id, name)] }));
}

/** Invited by mail, and not as a part of a group. */
function isMailed({ invites, group }: DocumentFacts): boolean {
  return group === undefined && invites.length > 0 && invites.every(({ embedded }) => !embedded);
}

function requestRecipients({ requests }: DocumentFacts): readonly Recipient[] {
  return requests.map(({ id, email, status }) => ({
    id,
    title: email,
    status: inviteStatus(status),
    actions: status === 'pending' ? [cancelFreeFormStep(id, email)] : [],
  }));
}

/** Invites of a group are changed at the group. */
function mailActions({ id: documentId, group }: DocumentFacts, invite: InviteFacts): readonly PreparedRequest[] {
  const { id, email, status, roleId } = invite;
  if (group !== undefined || !['pending', 'created'].includes(status)) return [];
  return [
    ...(status === 'pending' ? [resendInviteStep(id, email)] : []),
    ...(roleId !== undefined ? [reassignInviteStep(documentId, id, roleId, email)] : []),
    deleteInviteStep(id, email),
  ];
}

/** The invites of a group are opened at the group. */
function linkActions(
  document: DocumentFacts,
  { id, email, status, embedded }: InviteFacts,
  order: number | undefined,
): readonly PreparedRequest[] {
  if (!embedded || document.group !== undefined || !['pending', 'created'].includes(status)) return [];
  return [inviteLinkStep({ documentId: document.id, inviteId: id, email, authMethod: 'none', status, order })];
}

function actionsOf(document: DocumentFacts): readonly PreparedRequest[] {
  const { id: documentId, name: subject, template } = document;
  if (template) {
    return [
      step(copyTemplate, { verb: 'create', title: 'Make a document', subject, path: { template_id: documentId } }),
    ];
  }
  const remove = { verb: 'other', title: 'Delete document', subject, path: { document_id: documentId } } as const;
  return [
    ...inviteActions(document),
    downloadStep({ documentId, subject }),
    step(deleteDocument, { ...remove, complete: true }),
  ];
}

function inviteActions(document: DocumentFacts): readonly PreparedRequest[] {
  const { id: documentId, name: subject, invites, group, roles } = document;
  const path = { document_id: documentId };
  if (group === undefined && invites.some(({ embedded }) => embedded)) {
    const title = 'Delete embedded invites';
    return [step(deleteEmbeddedInvites, { verb: 'remove', title, subject, path, complete: true })];
  }
  const isOpen = invites.some(({ status }) => ['pending', 'created'].includes(status));
  if (group === undefined && isOpen) {
    const waits = waitsToBeSent(document);
    return [
      cancelInvitesStep({ documentId, subject }),
      ...(waits ? [triggerInvitesStep({ documentId, subject })] : []),
    ];
  }
  if (isInvited(document)) return [];
  return document.hasFields
    ? [embeddedInvitesStep({ documentId, subject }, roles), mailInvitesStep({ documentId, subject }, roles)]
    : [addFieldsStep({ documentId, subject }), freeFormStep({ documentId, subject })];
}

/** One was put in beside those whose turn it is, or before them. */
function waitsToBeSent({ invites, roles }: DocumentFacts): boolean {
  const orderOf = (wanted: InviteFacts): number => roles.find(({ id }) => id === wanted.roleId)?.order ?? 1;
  const steps = invites.filter(({ status }) => status === 'pending').map(orderOf);
  return invites.some((invite) => invite.status === 'created' && orderOf(invite) <= Math.min(...steps));
}
