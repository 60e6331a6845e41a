import type { ChoiceSource, DocumentSummary } from '../../../core/documents';
import { read } from '../../../kit/calls';
import { fullName } from '../../../kit/fullName';
import { recipientsWithin } from '../../../kit/offers/recipientsWithin';
import { signerTitle } from '../facts/signersFacts';
import { listApprovers } from '../operations/approvers/approvers';
import { listContacts } from '../operations/contacts';
import { listDocuments } from '../operations/documents/readDocuments';
import { listSigners } from '../operations/signers/readSigners';
import { listUsers } from '../operations/users';
import { listWebhooks } from '../operations/webhooks/webhooks';
import { signatureRequestCollection } from './signatureRequests';

const within = signatureRequestCollection.id;

/** What fields refer to, by name. */
export const choices: Readonly<Record<string, ChoiceSource>> = {
  recipients: recipientsWithin(signatureRequestCollection),
  signers: {
    within,
    list: async (call, signatureRequestId) => {
      const signers = await read(call, listSigners, { path: { signatureRequestId } });
      return { items: signers.map((signer) => ({ id: signer.id, title: signerTitle(signer) })) };
    },
  },
  approvers: {
    within,
    list: async (call, signatureRequestId) => {
      const approvers = await read(call, listApprovers, { path: { signatureRequestId } });
      return { items: approvers.map(({ id, info }) => person(id, info)) };
    },
  },
  documents: {
    within,
    list: async (call, signatureRequestId) => {
      const documents = await read(call, listDocuments, { path: { signatureRequestId }, query: {} });
      return { items: documents.map(({ id, filename }) => ({ id, title: filename })) };
    },
  },
  users: {
    list: async (call) => {
      const { data, meta } = await read(call, listUsers, { query: {} });
      return { items: data.map(({ id, ...user }) => person(id, user)), ...next(meta) };
    },
  },
  contacts: {
    list: async (call) => {
      const { data, meta } = await read(call, listContacts, { query: {} });
      return { items: data.map(({ id, ...contact }) => person(id, contact)), ...next(meta) };
    },
  },
  webhooks: {
    list: async (call) => {
      const webhooks = await read(call, listWebhooks, {});
      return { items: webhooks.map(({ id, endpoint }) => ({ id, title: endpoint })) };
    },
  },
};

interface Named {
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly email: string;
}

function person(id: string, { first_name: first, last_name: last, email }: Named): DocumentSummary {
  const name = fullName(first ?? '', last ?? '');
  return { id, title: name === '' ? email : `${name} (${email})` };
}

function next({ next_cursor: cursor }: { readonly next_cursor: string | null }): { readonly next?: string } {
  return cursor === null ? {} : { next: cursor };
}
