import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { factsOfPath } from '../../../../kit/facts';
import { list } from '../../../../kit/fields';
import { bodyRefusals, refusals } from '../../errors';
import { loadSignatureRequestFacts } from '../../facts/signatureRequestFacts';
import { sources } from '../../sources';
import { ofDocument, sampleDocument } from '../documents/documentPaths';
import { id, maybe, orNull, pageOf, paging } from '../fields';
import { isEditable } from '../requestRules';
import { sampleIds } from '../sampleIds';
import {
  font,
  isChecked,
  isOptional,
  mentionText,
  place,
  radios,
  readOnlyText,
  signature,
  signerId,
  textBox,
  textExtras,
} from './fieldParts';
import { fieldReply } from './fieldReplies';

export const listFields = defineOperation({
  id: 'yousign-v3/list-fields',
  title: 'List fields',
  summary: 'Returns the fields of a document, page by page.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/documents/{documentId}/fields',
  docs: sources.fields,
  request: {
    path: ofDocument,
    query: z.object({
      'types[]': list(
        z.enum(['signature', 'mention', 'text', 'checkbox', 'radio_group', 'read_only_text']).meta({
          title: 'Type',
          description: 'A type of fields.',
          labels: {
            signature: 'Where a signer signs',
            mention: 'Text beside a signature',
            text: 'Text to fill in',
            checkbox: 'Box to tick',
            radio_group: 'Radio buttons',
            read_only_text: 'Text that nobody fills in',
          },
        }),
        'Types',
        'Only fields of these types. All when left out.',
        'Type',
        { examples: [['signature']] },
      ),
      ...paging,
    }),
  },
  replies: { 200: pageOf(fieldReply), ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [
    { title: 'The first page', source: 'minimal', path: sampleDocument, query: {} },
    { title: 'Signatures only', source: 'ours', path: sampleDocument, query: { 'types[]': ['signature'], limit: 20 } },
  ],
});

const ofField = ofDocument.extend({ fieldId: id('Field ID', 'Which field of it.', sampleIds.field) });
const sampleField = { ...sampleDocument, fieldId: sampleIds.field } as const;
const loadFacts = factsOfPath(ofField, ({ signatureRequestId }, call) =>
  loadSignatureRequestFacts(signatureRequestId, call),
);

/** Each type has some of these; the limits are those of all types together. */
const length = (of: string) =>
  z
    .int()
    .min(24)
    .nullable()
    .optional()
    .meta({
      title: of,
      nullLabel: 'As its text',
      description: `${of} in points, within the limits of its type.`,
      examples: [90],
      alsoAccepts: 'string',
    });

export const updateField = defineOperation({
  id: 'yousign-v3/update-field',
  title: 'Move or change a field',
  summary: 'Changes a field. What is left out stays as it is, and so does its type.',
  method: 'PATCH',
  path: '/signature_requests/{signatureRequestId}/documents/{documentId}/fields/{fieldId}',
  docs: sources.fields,
  request: {
    path: ofField,
    body: z.object({
      signer_id: maybe(signerId),
      page: maybe(place.page),
      x: maybe(place.x),
      y: maybe(place.y),
      width: length('Width'),
      height: length('Height'),
      reason: signature.reason,
      mention: maybe(mentionText),
      max_length: maybe(textBox.max_length),
      question: maybe(textBox.question),
      instruction: textBox.instruction,
      optional: isOptional,
      ...textExtras,
      name: orNull(z.string().meta({ title: 'Name', description: 'Name of the field.', examples: ['place'] })),
      checked: isChecked,
      size: z
        .int()
        .min(8)
        .max(240)
        .optional()
        .meta({ title: 'Size', description: 'Of a checkbox: 8 to 240 points.', examples: [24], alsoAccepts: 'string' }),
      radios: maybe(radios),
      text: maybe(readOnlyText.text),
      font: font({ from: 8, to: 22 }),
    }),
  },
  replies: { 200: fieldReply, ...bodyRefusals },
  rules: [isEditable],
  failures: ['unauthorized', 'not-found', 'request-not-draft'],
  examples: [{ title: 'To another place', source: 'minimal', path: sampleField, body: { page: 1, x: 300, y: 650 } }],
  loadFacts,
});

export const deleteField = defineOperation({
  id: 'yousign-v3/delete-field',
  title: 'Delete a field',
  summary: 'Takes a field off its document.',
  method: 'DELETE',
  path: '/signature_requests/{signatureRequestId}/documents/{documentId}/fields/{fieldId}',
  docs: sources.fields,
  request: { path: ofField },
  replies: { 204: z.undefined(), ...refusals },
  rules: [isEditable],
  failures: ['unauthorized', 'not-found', 'request-not-draft'],
  examples: [{ title: 'A field', source: 'minimal', path: sampleField }],
  loadFacts,
});
