import * as z from 'zod';
import type { Collection, DocumentDetail, DocumentSummary, Recipient } from '../../../core/documents';
import type { PreparedRequest } from '../../../core/operation';
import { ask, step } from '../../../kit/calls';
import { byPage } from '../../../kit/paging';
import {
  type DocumentFacts,
  documentFacts,
  type InviteFacts,
  isInvited,
  readDocument,
  type SeenDocument,
  seenDocument,
} from '../facts/documentFacts';
import { addFields } from '../operations/documents/addFields';
import { listDocuments, listUnmodifiedDocuments } from '../operations/documents/documents';
import { uploadDocument } from '../operations/documents/uploadDocument';
import { createEmbeddedInvites } from '../operations/embeddedInvites/createEmbeddedInvites';
import { deleteEmbeddedInvites } from '../operations/embeddedInvites/deleteEmbeddedInvites';
import { copyTemplate } from '../operations/templates/templates';
import { inviteLinkStep } from '../steps';
import { inviteStatus, overallStatus } from './status';

export const documentCollection: Collection = {
  id: 'documents',
  title: 'Documents',
  noun: 'document',
  create: [uploadDocument.id],
  list: async (call, cursor) => {
    const page = await byPage(cursor, 50, async (number, size) =>
      summariesIn(await ask(call, listDocuments, { query: { page: number, per_page: size } })),
    );
    if (page.next !== undefined) return page;
    // Behind the last page stand the documents that the paged call leaves out.
    const unmodified = summariesIn(await ask(call, listUnmodifiedDocuments, {}));
    return { items: [...page.items, ...unmodified] };
  },
  read: async (call, id) => documentDetail(documentFacts(await readDocument(id, call), [])),
};

/** A document as the tree shows it. */
export function documentDetail(document: DocumentFacts): DocumentDetail {
  const isEmpty = document.roles.length === 0 && document.invites.length === 0;
  return {
    ...summaryOf(document),
    recipients: recipientsOf(document),
    actions: actionsOf(document),
    ...(isEmpty && { empty: 'No fields yet, so no roles.' }),
  };
}

const seenDocuments = z.array(seenDocument);

function summariesIn(reply: unknown): readonly DocumentSummary[] {
  return seenDocuments.parse(reply).map((document: SeenDocument) => summaryOf(documentFacts(document, [])));
}

function summaryOf({ id, name, invites, hasFields, template }: DocumentFacts): DocumentSummary {
  if (template) return { id, title: name, status: { text: 'template', tone: 'none' } };
  const statuses = invites.map(({ status }) => status);
  return { id, title: name, status: overallStatus(statuses, hasFields) };
}

/** Whoever is invited; the roles as long as nobody is. */
function recipientsOf(document: DocumentFacts): readonly Recipient[] {
  if (document.invites.length === 0) {
    return document.roles.map(({ id, name, order }) => ({ id, title: name, order, actions: [] }));
  }
  return document.invites.map((invite) => {
    const order = document.roles.find(({ id }) => id === invite.roleId)?.order;
    return {
      id: invite.id,
      title: invite.email,
      ...(invite.role !== undefined && { role: invite.role }),
      ...(order !== undefined && { order }),
      status: inviteStatus(invite.status),
      actions: linkActions(document, invite, order),
    };
  });
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
  const path = { document_id: document.id };
  const subject = document.name;
  if (document.template) {
    return [
      step(copyTemplate, { verb: 'create', title: 'Make a document', subject, path: { template_id: document.id } }),
    ];
  }
  if (document.invites.some(({ embedded }) => embedded) && document.group === undefined) {
    return [
      step(deleteEmbeddedInvites, {
        verb: 'remove',
        title: 'Delete embedded invites',
        subject,
        path,
        complete: true,
      }),
    ];
  }
  if (isInvited(document)) return [];
  const add = step(addFields, { verb: 'edit', title: 'Add fields', subject, path });
  return document.hasFields ? [inviteAction(document)] : [add];
}

/** A row for every role; only the addresses are left to fill in. */
function inviteAction({ id, name, roles }: DocumentFacts): PreparedRequest {
  return step(createEmbeddedInvites, {
    verb: 'invite',
    title: 'Create embedded invites',
    subject: name,
    path: { document_id: id },
    body: {
      invites: roles.map((role) => ({
        email: '',
        role_id: role.id,
        role: role.name,
        order: role.order,
        auth_method: 'none',
      })),
    },
  });
}
