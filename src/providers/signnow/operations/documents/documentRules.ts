import { defineRule, type Rule } from '../../../../core/operation';
import { type DocumentFacts, isInvited, isOwner } from '../../facts/documentFacts';
import type { embeddedInvitesRequest } from '../embeddedInvites/embeddedInvitesRequest';

type Request = Pick<typeof embeddedInvitesRequest, 'path'>;

/** What must hold of a document, whatever the request says: the finding is at its ID. */
function documentRule(
  failure: string,
  statement: string,
  fault: (document: DocumentFacts) => string | undefined,
): Rule {
  return defineRule<Request, DocumentFacts>({
    failure,
    statement,
    check: (_values, document) => {
      const message = document && fault(document);
      return message === undefined ? [] : [{ pointer: '/path/document_id', message }];
    },
  });
}

export const ownsDocument = documentRule('not-document-owner', 'The account owns the document.', (document) =>
  isOwner(document) ? undefined : `The document belongs to ${document.owner}.`,
);

export const isNotTemplate = documentRule(
  'document-is-template',
  'The ID is of a document, not a template.',
  (document) => (document.template ? 'This is a template; invites need a document.' : undefined),
);

export const hasFields = documentRule('document-has-no-fields', 'The document contains fields.', (document) =>
  document.hasFields ? undefined : 'The document has no fields; add some first.',
);

export const isNotInvited = documentRule(
  'document-has-active-invites',
  'The document is on no other invite, pending or signed.',
  (document) => (isInvited(document) ? 'The document has invites already; delete them first.' : undefined),
);

export const hasActiveInvites = documentRule(
  'no-active-invites',
  'The document has active embedded invites.',
  (document) =>
    document.invites.some(({ status, embedded }) => embedded && status !== 'declined')
      ? undefined
      : 'The document has no embedded invites.',
);
