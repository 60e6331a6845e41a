import * as z from 'zod';
import { type Call, defineOperation } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { type DocumentFacts, loadDocumentFacts } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { documentGroupPath, pageOfGroups } from '../fields';
import { createGroupRequest, groupableRules } from './createGroupRequest';
import { documentGroupReply, groupListReply, groupStatusReply } from './groupReplies';

export const createDocumentGroup = defineOperation({
  id: 'signnow/create-document-group',
  title: 'Create a document group',
  summary: 'Joins documents into a group, so that they are signed together.',
  method: 'POST',
  path: '/documentgroup',
  docs: sources.openApi,
  request: createGroupRequest,
  replies: { 200: z.object({ id: z.string() }), 400: errorReply },
  rules: groupableRules,
  failures: [
    'invalid-token',
    'invalid-payload-v1',
    'document-not-found-v1',
    'not-document-owner',
    'document-is-template',
    'document-in-another-group',
    'group-has-no-fields',
    'document-has-active-invites',
  ],
  examples: [
    {
      title: 'Two documents',
      source: 'ours',
      body: {
        document_ids: ['016c8d15f909003085ed074a06236bc50bb3e1c3', 'b2d6b0c94d8a4f0e9d51a7e3c86f2b1970e4d5a3'],
        group_name: 'Contract and annex',
      },
    },
  ],
  loadFacts: ({ body }, call: Call): Promise<readonly DocumentFacts[] | undefined> => {
    const ids = createGroupRequest.body.safeParse(body);
    return ids.success ? loadAll(ids.data.document_ids, call) : Promise.resolve(undefined);
  },
});

function loadAll(ids: readonly string[], call: Call): Promise<readonly DocumentFacts[]> {
  return Promise.all(ids.map((id) => loadDocumentFacts(id, call)));
}

export const getDocumentGroup = defineOperation({
  id: 'signnow/get-document-group',
  title: 'Get a document group',
  summary: 'Returns a document group with its documents and their roles.',
  method: 'GET',
  path: '/documentgroup/{document_group_id}',
  docs: sources.openApi,
  request: { path: documentGroupPath },
  replies: {
    200: documentGroupReply,
    400: errorReply,
  },
  failures: ['invalid-token', 'group-not-found-v1'],
  examples: [
    {
      title: 'A group',
      source: 'documented',
      path: { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' },
    },
  ],
});

export const getDocumentGroupStatus = defineOperation({
  id: 'signnow/get-document-group-status',
  title: 'Get the status of a document group',
  summary: 'Returns a document group with the invites of its documents and their status.',
  method: 'GET',
  path: '/v2/document-groups/{document_group_id}',
  docs: sources.mcpServer,
  request: { path: documentGroupPath },
  replies: { 200: groupStatusReply, 400: errorReply },
  failures: ['invalid-token', 'group-not-found'],
  examples: [
    {
      title: 'A group',
      source: 'documented',
      path: { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' },
    },
  ],
});

export const listDocumentGroups = defineOperation({
  id: 'signnow/list-document-groups',
  title: 'List document groups',
  summary: 'Returns the document groups of the account.',
  method: 'GET',
  path: '/user/documentgroups',
  docs: sources.openApi,
  request: {
    query: pageOfGroups,
  },
  replies: { 200: groupListReply, 400: errorReply },
  failures: ['invalid-token', 'invalid-payload-v1'],
  examples: [{ title: 'The first 50', source: 'minimal', query: { limit: 50, offset: 0 } }],
});
