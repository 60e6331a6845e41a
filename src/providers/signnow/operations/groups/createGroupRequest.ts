import * as z from 'zod';
import { defineRule, type Finding, type Rule } from '../../../../core/operation';
import { requiredList, requiredText } from '../../../../kit/fields';
import { type DocumentFacts, isInvited, isOwner } from '../../facts/documentFacts';

export const createGroupRequest = {
  body: z.object({
    document_ids: requiredList(
      requiredText('Document ID', 'ID of a document of this account.').meta({ offeredFrom: 'documents' }),
      'Documents',
      'Documents of the group. At least one of them needs fields before anybody can sign.',
      'Document',
    ),
    group_name: requiredText('Group name', 'Name of the group.', 'Contract and annex'),
  }),
};

/** Refuses the documents that cannot be in a new group. */
export const groupableRules: readonly Rule[] = [
  eachDocument('not-document-owner', 'Every document belongs to this account.', (document) =>
    isOwner(document) ? undefined : `${document.owner} owns "${document.name}".`,
  ),
  eachDocument('document-is-template', 'No document is a template.', (document) =>
    document.template ? `"${document.name}" is a template.` : undefined,
  ),
  eachDocument('document-in-another-group', 'No document is in another group.', (document) =>
    document.group === undefined ? undefined : `"${document.name}" is already in a group.`,
  ),
  eachDocument('document-has-active-invites', 'No document is invited to or signed.', (document) =>
    isInvited(document) ? `"${document.name}" has invites.` : undefined,
  ),
  defineRule<typeof createGroupRequest, readonly DocumentFacts[]>({
    failure: 'group-has-no-fields',
    statement: 'At least one document has fields. The official clients make groups without them as well.',
    severity: 'warning',
    check: (_values, documents) =>
      documents === undefined || documents.length === 0 || documents.some(({ hasFields }) => hasFields)
        ? []
        : [
            {
              pointer: '/body/document_ids',
              message: 'None of the documents has fields: the group can be made, but nobody can be asked to sign it.',
            },
          ],
  }),
];

function eachDocument(
  failure: string,
  statement: string,
  fault: (document: DocumentFacts) => string | undefined,
): Rule {
  return defineRule<typeof createGroupRequest, readonly DocumentFacts[]>({
    failure,
    statement,
    check: ({ body }, documents = []): readonly Finding[] => {
      const ids = body?.document_ids ?? [];
      // Of one that stands twice, the first place.
      const places = new Map(ids.map((id, index) => [id, index] as const).toReversed());
      return documents.flatMap((document) => {
        const index = places.get(document.id);
        const message = index === undefined ? undefined : fault(document);
        return message === undefined ? [] : [{ pointer: `/body/document_ids/${index}`, message }];
      });
    },
  });
}
