import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { requiredList, requiredText, text } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { sources } from '../../sources';
import { documentPath } from '../fields';

const position = (title: string, description: string) => z.number().min(0).meta({ title, description, initial: 100 });

const field = z.object({
  type: z
    .string()
    .min(1)
    .meta({
      title: 'Type',
      description: 'Kind of field.',
      examples: ['signature', 'initials', 'text', 'checkbox', 'enumeration', 'attachment', 'radiobutton'],
      initial: 'signature',
    }),
  role: requiredText('Role', 'Name of the role that fills the field. A new name makes a new role.', 'Signer 1'),
  page_number: z.int().min(0).meta({ title: 'Page', description: 'Page of the field; 0 is the first.', initial: 0 }),
  x: position('Left', 'Distance from the left edge of the page, in pixels.'),
  y: position('Top', 'Distance from the top edge of the page, in pixels.'),
  width: z.number().gt(0).meta({ title: 'Width', description: 'Width in pixels.', initial: 160 }),
  height: z.number().gt(0).meta({ title: 'Height', description: 'Height in pixels.', initial: 40 }),
  required: z.boolean().optional().meta({ title: 'Required', description: 'The signer must fill the field.' }),
  name: text('Name', 'Unique name of the field.'),
  label: text('Label', 'What the signer reads at the field.'),
});

const signature = { type: 'signature', page_number: 0, x: 100, width: 160, height: 40, required: true };

export const addFields = defineOperation({
  id: 'signnow/add-fields',
  title: 'Add fields to a document',
  summary: 'Sets the fields of a document. Each names the role that fills it; roles come into being this way.',
  method: 'PUT',
  path: '/document/{document_id}',
  docs: sources.openApi,
  request: {
    path: documentPath,
    body: z.object({
      fields: requiredList(field, 'Fields', 'All fields of the document.', 'Field'),
    }),
  },
  replies: { 200: z.object({ id: z.string() }), 400: errorReply },
  failures: [
    'invalid-token',
    'invalid-payload-v1',
    'document-not-found-v1',
    'not-document-owner',
    'document-has-active-invites',
  ],
  examples: [
    {
      title: 'One signature',
      source: 'minimal',
      path: { document_id: 'b2d6b0c94d8a4f0e9d51a7e3c86f2b1970e4d5a3' },
      body: {
        fields: [{ type: 'signature', role: 'Signer 1', page_number: 0, x: 100, y: 600, width: 160, height: 40 }],
      },
    },
    {
      title: 'Two signers',
      source: 'ours',
      path: { document_id: 'b2d6b0c94d8a4f0e9d51a7e3c86f2b1970e4d5a3' },
      body: {
        fields: [
          { ...signature, role: 'Signer 1', y: 600, name: 'signature_1', label: 'Signature' },
          { ...signature, role: 'Signer 2', y: 660, name: 'signature_2', label: 'Signature' },
        ],
      },
    },
  ],
});
