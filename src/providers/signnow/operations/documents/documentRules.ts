import { conditionsAt } from '../../../../kit/facts';
import { type DocumentFacts, isInvited, isOwner } from '../../facts/documentFacts';

const condition = conditionsAt<DocumentFacts>('/path/document_id');

export const ownsDocument = condition({
  failure: 'not-document-owner',
  statement: 'The account owns the document.',
  fault: (document) => (isOwner(document) ? undefined : `The document belongs to ${document.owner}.`),
});

export const isNotTemplate = condition({
  failure: 'document-is-template',
  statement: 'The ID is of a document, not a template.',
  fault: (document) => (document.template ? 'This is a template; invites need a document.' : undefined),
});

export const hasFields = condition({
  failure: 'document-has-no-fields',
  statement: 'The document contains fields.',
  fault: (document) => (document.hasFields ? undefined : 'The document has no fields; add some first.'),
});

export const isNotInvited = condition({
  failure: 'document-has-active-invites',
  statement: 'The document is on no other invite, pending or signed.',
  fault: (document) => (isInvited(document) ? 'The document has invites already; delete them first.' : undefined),
});

export const hasMailedInvites = condition({
  failure: 'no-field-invites',
  statement: 'The document has invites that were mailed.',
  fault: ({ invites, group }) =>
    group === undefined && invites.some(({ embedded }) => !embedded)
      ? undefined
      : 'No invite of the document was mailed.',
});

export const hasActiveInvites = condition({
  failure: 'no-active-invites',
  statement: 'The document has active embedded invites.',
  fault: (document) =>
    document.invites.some(({ status, embedded }) => embedded && status !== 'declined')
      ? undefined
      : 'The document has no embedded invites.',
});
