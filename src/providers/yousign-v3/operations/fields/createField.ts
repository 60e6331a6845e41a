import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { factsOfPath } from '../../../../kit/facts';
import { bodyRefusals } from '../../errors';
import { loadSignatureRequestFacts, mostFields, type SignatureRequestFacts } from '../../facts/signatureRequestFacts';
import { sources } from '../../sources';
import { ofDocument } from '../documents/documentPaths';
import { unknownSigner } from '../namedIds';
import { isEditable } from '../requestRules';
import { sampleIds } from '../sampleIds';
import {
  checkbox,
  font,
  isChecked,
  isOptional,
  mention,
  mentionName,
  mentionText,
  radioGroup,
  readOnlyText,
  signature,
  signerId,
  textBox,
  textExtras,
} from './fieldParts';
import { fieldReply } from './fieldReplies';

const createdFont = font({ from: 7, to: 96 });
const ofSigner = { signer_id: signerId };

const newField = z.discriminatedUnion('type', [
  z.object({ ...ofSigner, ...signature }).meta({ title: 'Signature' }),
  z
    .object({ ...ofSigner, ...mention, mention: mentionText, ...mentionName, font: createdFont })
    .meta({ title: 'Mention' }),
  z.object({ ...ofSigner, ...textBox, optional: isOptional, ...textExtras, font: createdFont }).meta({ title: 'Text' }),
  z.object({ ...ofSigner, ...checkbox, optional: isOptional, checked: isChecked }).meta({ title: 'Checkbox' }),
  z.object({ ...ofSigner, ...radioGroup, optional: isOptional }).meta({ title: 'Radio buttons' }),
  z.object({ ...readOnlyText, font: createdFont }).meta({ title: 'Text that nobody fills in' }),
]);

const createRequest = { path: ofDocument, body: newField };

/** A body of the one type or the other, as far as rules look at it. */
interface AnyField {
  readonly signer_id?: string | undefined;
  readonly font?: object | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}

const hasKnownSigner = defineRule<typeof createRequest, SignatureRequestFacts>({
  failure: 'signer-not-of-request',
  statement: 'The signer is one of this signature request.',
  check: ({ body = {} }, facts) => {
    const named: AnyField = body;
    return unknownSigner(named, facts);
  },
});

const hasSizeOfFont = defineRule<typeof createRequest>({
  failure: 'font-without-size',
  statement: 'A font needs width and height.',
  check: ({ body = {} }) => {
    const field: AnyField = body;
    if (!field.font) return [];
    return (['width', 'height'] as const)
      .filter((name) => field[name] == null)
      .map((name) => ({ pointer: `/body/${name}`, message: `A font is given, so the ${name} is needed.` }));
  },
});

const hasRoom = defineRule<typeof createRequest, SignatureRequestFacts>({
  failure: 'fields-too-many',
  statement: `A signature request has ${mostFields} fields at most.`,
  check: (_values, facts) =>
    (facts?.fields ?? 0) >= mostFields
      ? [{ pointer: '/path/signatureRequestId', message: `This signature request has ${mostFields} fields already.` }]
      : [],
});

const path = { signatureRequestId: sampleIds.signatureRequest, documentId: sampleIds.document };
const place = { page: 1, x: 77, y: 581 };

export const createField = defineOperation({
  id: 'yousign-v3/create-field',
  title: 'Place a field',
  summary: 'Says where on a document a signer signs, types or ticks, or which text stands there.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/documents/{documentId}/fields',
  docs: sources.fields,
  request: createRequest,
  replies: { 201: fieldReply, ...bodyRefusals },
  rules: [isEditable, hasKnownSigner, hasSizeOfFont, hasRoom],
  failures: [
    'unauthorized',
    'not-found',
    'request-not-draft',
    'signer-not-of-request',
    'font-without-size',
    'fields-too-many',
  ],
  examples: [
    {
      title: 'A signature',
      source: 'minimal',
      path,
      body: { signer_id: sampleIds.signer, type: 'signature', ...place },
    },
    {
      title: 'A text to type in',
      source: 'ours',
      path,
      body: {
        signer_id: sampleIds.signer,
        type: 'text',
        ...place,
        width: 180,
        height: 24,
        max_length: 100,
        question: 'Your job title',
        optional: true,
      },
    },
    {
      title: 'Radio buttons',
      source: 'ours',
      path,
      body: {
        signer_id: sampleIds.signer,
        type: 'radio_group',
        page: 1,
        name: 'payment',
        radios: [
          { name: 'monthly', x: 77, y: 300 },
          { name: 'yearly', x: 77, y: 330 },
        ],
      },
    },
    {
      title: 'A text that nobody fills in',
      source: 'ours',
      path,
      body: { type: 'read_only_text', ...place, text: 'Copy for the tenant' },
    },
  ],
  loadFacts: factsOfPath(ofDocument, ({ signatureRequestId }, call) =>
    loadSignatureRequestFacts(signatureRequestId, call),
  ),
  suggest: (facts: SignatureRequestFacts) => ({
    '/body/signer_id': facts.signers.map(({ id, status }) => ({ value: id, label: id, description: status })),
  }),
});
