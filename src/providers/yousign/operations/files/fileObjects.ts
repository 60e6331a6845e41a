import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { errorReply, refusals } from '../../errors';
import { memberLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { asAnswered } from '../asAnswered';
import { aboutId, pathId, sampleUuid } from '../fields';
import { fileObjectReply } from '../replies';
import { fileId, fileObjectFields, memberId, placementFields } from './fileObjectFields';

const path = pathId('file_objects', 'File object');

/** The documentation asks for a member; the creator of the procedure fills in a text that has none. */
const member = memberId.nullable().meta({
  ...aboutId(
    'members',
    'Member',
    'The member who signs or fills in. None: the creator of the procedure fills in the text.',
  ),
  nullLabel: 'The creator',
});

const failures = [
  'object-unknown',
  'value-missing',
  'choice-invalid',
  'value-invalid',
  'value-too-long',
  'number-out-of-range',
  'type-invalid',
] as const;

const createRequest = {
  body: z.object(asAnswered({ file: fileObjectFields.file, member, ...placementFields }, fileObjectReply)),
};

const changed = {
  file: fileId.optional().meta(aboutId('files', 'File', 'The file that is signed.')),
  member: member.optional().meta(member.meta() ?? {}),
  ...placementFields,
};

const hasMember = defineRule<typeof createRequest>({
  failure: 'member-missing',
  statement: 'A signature has a member; only texts may be without one.',
  severity: 'warning',
  check: ({ body }) =>
    body?.member === null && body.type !== 'text'
      ? [{ pointer: '/body/member', message: 'Nobody signs here: only a text may be without a member.' }]
      : [],
});

export const createFileObject = defineOperation({
  id: 'yousign/create-file-object',
  title: 'Place a signature',
  summary:
    'Says where a member signs a file, or which text the member fills in. A member does not sign a file without one.',
  method: 'POST',
  path: '/file_objects',
  docs: sources.fileObjects,
  request: createRequest,
  replies: { 201: fileObjectReply, 400: errorReply, ...refusals },
  rules: [hasMember],
  failures: ['unauthorized', 'malformed-body', 'member-missing', ...failures],
  examples: [
    {
      title: 'A signature',
      source: 'documented',
      body: {
        file: '/files/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
        member: '/members/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
        position: '230,499,464,589',
        page: 2,
        mention: 'Read and approved',
        mention2: 'Signed by John Doe',
        reason: 'Signed by John Doe (Yousign)',
      },
    },
    {
      title: 'A text to fill in',
      source: 'documented',
      body: {
        type: 'text',
        contentRequired: true,
        content: 'Here is the sample text.',
        file: '/files/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
        member: '/members/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
        position: '173,642,522,676',
        page: 2,
      },
    },
    {
      title: 'A signature that is not visible',
      source: 'ours',
      body: {
        file: '/files/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
        member: '/members/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
        page: 0,
      },
    },
  ],
  findLinks: (reply, context) => {
    const created = z.object({ member: z.unknown() }).safeParse(reply);
    return created.success ? memberLinks(created.data.member, context) : [];
  },
});

export const getFileObject = defineOperation({
  id: 'yousign/get-file-object',
  title: 'Get a file object',
  summary: 'Returns where a member signs a file.',
  method: 'GET',
  path: '/file_objects/{id}',
  docs: sources.swagger,
  request: { path },
  replies: { 200: fileObjectReply, ...refusals },
  failures: ['unauthorized', 'file-object-not-found'],
  examples: [{ title: 'A file object', source: 'documented', path: { id: sampleUuid } }],
});

export const updateFileObject = defineOperation({
  id: 'yousign/update-file-object',
  title: 'Move a signature',
  summary: 'Changes a file object. What is left out stays as it is.',
  method: 'PUT',
  path: '/file_objects/{id}',
  docs: sources.swagger,
  request: { path, body: z.object(asAnswered(changed, fileObjectReply)) },
  replies: { 200: fileObjectReply, 400: errorReply, ...refusals },
  failures: ['unauthorized', 'file-object-not-found', ...failures],
  examples: [{ title: 'To another page', source: 'minimal', path: { id: sampleUuid }, body: { page: 3 } }],
});

export const deleteFileObject = defineOperation({
  id: 'yousign/delete-file-object',
  title: 'Remove a signature',
  summary: 'Deletes a file object: the member no longer signs there.',
  method: 'DELETE',
  path: '/file_objects/{id}',
  docs: sources.swagger,
  request: { path },
  replies: { 204: z.undefined(), ...refusals },
  failures: ['unauthorized', 'file-object-not-found'],
  examples: [{ title: 'A file object', source: 'documented', path: { id: sampleUuid } }],
});
