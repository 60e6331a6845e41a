import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { namesNone } from '../../../../kit/facts';
import { choice, fileReply, list, requiredText } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { type GroupFacts, loadGroup } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { documentGroupPath } from '../fields';
import { hasDocuments } from './groupRules';

const downloadRequest = {
  path: documentGroupPath,
  body: z.object({
    type: choice(
      { zip: 'Archive of all (zip)', merged: 'One PDF (merged)' },
      'Type',
      'How the documents come; "zip" without it.',
    ),
    with_history: choice(
      { no: 'No', after_each_document: 'Behind each document', after_merged_pdf: 'Behind all of them' },
      'With history',
      'Whether the history of the documents comes along, and where; "no" without it.',
    ),
    document_order: list(
      requiredText('Document ID', 'ID of a document of the group.'),
      'Order',
      'In which order the documents come; that of the group without it.',
      'Document',
    ),
  }),
};

export const downloadGroup = defineOperation({
  id: 'signnow/download-document-group',
  title: 'Download a document group',
  summary: 'Returns the documents of a group, as one PDF or as an archive.',
  method: 'POST',
  path: '/documentgroup/{document_group_id}/downloadall',
  docs: sources.nodeClient,
  accepts: ['application/pdf', 'application/zip'],
  request: downloadRequest,
  replies: { 200: fileReply, 400: errorReply },
  rules: [
    hasDocuments,
    defineRule<typeof downloadRequest, GroupFacts>({
      failure: 'document-not-in-group',
      statement: 'The order names documents of the group.',
      check: ({ body }, group) => {
        const ids = group && new Set(group.documents.map(({ id }) => id));
        return (body?.document_order ?? []).flatMap((id, index) =>
          namesNone(id, ids)
            ? [{ pointer: `/body/document_order/${index}`, message: 'The group has no document with this ID.' }]
            : [],
        );
      },
    }),
  ],
  failures: ['invalid-token', 'invalid-payload-v1', 'group-not-found-v1', 'group-is-empty', 'document-not-in-group'],
  examples: [
    {
      title: 'As one PDF',
      source: 'documented',
      path: { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' },
      body: { type: 'merged', with_history: 'no', document_order: [] },
    },
    {
      title: 'As an archive',
      source: 'documented',
      path: { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' },
      body: { type: 'zip', with_history: 'no' },
    },
  ],
  loadFacts: loadGroup,
  suggest: ({ documents }: GroupFacts) => ({
    '/body/document_order/*': documents.map(({ id, name }) => ({ value: id, label: name, description: id })),
  }),
});
