import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { requiredText, text } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { loadGroup } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { clientTimestamp, documentGroupPath, pageOfGroups } from '../fields';
import { ownsGroup } from '../groups/groupRules';
import { groupOfTemplateReply, groupTemplateListReply, groupTemplateReply } from './groupTemplateReplies';

const groupTemplatePath = z.object({
  document_group_template_id: z
    .string()
    .min(1)
    .meta({
      title: 'Group template ID',
      description: 'ID of the template of a document group, 40 characters.',
      examples: ['ff2c51a349c8d872928e0a18ff34019908fdb6bb'],
      idShape: 'hex40',
      refersTo: 'group-templates',
    }),
});

const sampleTemplate = { document_group_template_id: 'ff2c51a349c8d872928e0a18ff34019908fdb6bb' } as const;

const folder = text('Folder ID', 'ID of the folder that it goes into.', '620b4df12ac1f9b37d005b5f4e8d9fce510a14b5');

export const listGroupTemplates = defineOperation({
  id: 'signnow/list-group-templates',
  title: 'List the templates of document groups',
  summary: 'Returns the templates of document groups that the account has.',
  method: 'GET',
  path: '/user/documentgroup/templates',
  docs: sources.mcpServer,
  request: { query: pageOfGroups },
  replies: { 200: groupTemplateListReply, 400: errorReply },
  failures: ['invalid-token', 'invalid-payload-v1'],
  examples: [{ title: 'The first 50', source: 'minimal', query: { limit: 50, offset: 0 } }],
});

export const getGroupTemplate = defineOperation({
  id: 'signnow/get-group-template',
  title: 'Get the template of a document group',
  summary: 'Returns a template of a document group with its templates and their roles.',
  method: 'GET',
  path: '/documentgroup/template/{document_group_template_id}',
  docs: sources.nodeClient,
  request: { path: groupTemplatePath },
  replies: { 200: groupTemplateReply, 400: errorReply },
  failures: ['invalid-token', 'group-template-not-found'],
  examples: [{ title: 'A template', source: 'documented', path: sampleTemplate }],
});

export const createGroupTemplate = defineOperation({
  id: 'signnow/create-group-template',
  title: 'Create a template of a document group',
  summary: 'Makes a template of a document group. It is made in the background: its ID is not answered.',
  method: 'POST',
  path: '/v2/document-groups/{document_group_id}/document-group-template',
  docs: sources.mcpServer,
  request: {
    path: documentGroupPath,
    body: z.object({
      name: requiredText('Name', 'Name of the template.', 'Contract and annex'),
      folder_id: folder,
    }),
  },
  replies: { 202: z.undefined(), 200: z.object({}), 400: errorReply },
  rules: [ownsGroup],
  failures: ['invalid-token', 'invalid-payload', 'group-not-found', 'not-group-owner'],
  examples: [
    {
      title: 'Of a group',
      source: 'ours',
      path: { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' },
      body: { name: 'Contract and annex' },
    },
  ],
  loadFacts: loadGroup,
});

export const createGroupFromTemplate = defineOperation({
  id: 'signnow/create-group-from-template',
  title: 'Make a document group of a template',
  summary: 'Copies the templates of a group template into documents and joins them into a new group.',
  method: 'POST',
  path: '/v2/document-group-templates/{document_group_template_id}/document-group',
  docs: sources.nodeClient,
  request: {
    path: groupTemplatePath,
    body: z.object({
      group_name: requiredText('Group name', 'Name of the group.', 'Contract for Ann'),
      client_timestamp: clientTimestamp,
      folder_id: folder,
    }),
  },
  replies: { 200: groupOfTemplateReply, 400: errorReply },
  failures: ['invalid-token', 'invalid-payload', 'group-template-not-found'],
  examples: [
    { title: 'With a name', source: 'documented', path: sampleTemplate, body: { group_name: 'Contract for Ann' } },
  ],
});
