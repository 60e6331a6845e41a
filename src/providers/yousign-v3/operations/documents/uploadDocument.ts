import * as z from 'zod';
import { isDataUri, nameOfDataUri } from '../../../../core/attachments/dataUri';
import { mediaTypeOf } from '../../../../core/attachments/mediaType';
import { defineOperation, defineRule } from '../../../../core/operation';
import { factsOfPath } from '../../../../kit/facts';
import { file, flag } from '../../../../kit/fields';
import { bodyRefusals } from '../../errors';
import {
  loadSignatureRequestFacts,
  mostDocuments,
  type SignatureRequestFacts,
} from '../../facts/signatureRequestFacts';
import { sources } from '../../sources';
import { maybe, ofSignatureRequest } from '../fields';
import { isUnknownId } from '../namedIds';
import { isEditable } from '../requestRules';
import { sampleIds } from '../sampleIds';
import { after, alignment, documentName, initialsHeight, nature, password } from './documentFields';
import { documentReply } from './documentReplies';

const kinds = {
  signable_document: ['pdf', 'docx'],
  attachment: ['pdf', 'docx', 'jpeg', 'jpg', 'png'],
} as const satisfies Readonly<Record<z.output<typeof nature>, readonly string[]>>;

const uploadRequest = {
  path: ofSignatureRequest,
  body: z.object({
    file: file('File', 'The document, 50 MB at most.', [...kinds.attachment], 'contract.pdf'),
    nature,
    insert_after_id: maybe(after),
    password,
    name: documentName,
    // Parts of a form: the API takes what belongs together as names with brackets.
    'initials[alignment]': maybe(alignment),
    'initials[y]': maybe(initialsHeight),
    parse_anchors: flag(
      'Parse anchors',
      'Whether smart anchors in the text become fields, of the signers in their order. No when left out.',
    ),
  }),
};

const fileFits = defineRule<typeof uploadRequest>({
  failure: 'file-kind-not-allowed',
  statement: 'What is signed is a PDF or Word document (.docx); an attachment may be a JPEG or PNG, too.',
  check: ({ body }) => {
    if (body?.file === undefined || body.nature === undefined) return [];
    const taken: readonly string[] = kinds[body.nature];
    const extension = extensionOf(body.file);
    const list = taken.map((one) => `.${one}`).join(', ');
    return extension !== undefined && taken.includes(extension)
      ? []
      : [{ pointer: '/body/file', message: `Choose one of ${list}.` }];
  },
});

/** What the name ends in, or what its media type stands for: a Blob without a name travels as "blob". */
function extensionOf(file: string): string | undefined {
  const name = isDataUri(file) ? (nameOfDataUri(file) ?? 'document.pdf') : file;
  const named = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return named ?? kinds.attachment.find((one) => file.startsWith(`data:${mediaTypeOf(one)};`));
}

const initialsAreWhole = defineRule<typeof uploadRequest>({
  failure: 'initials-incomplete',
  statement: 'Initials have both an alignment and a height.',
  check: ({ body = {} }) => {
    const names = ['initials[alignment]', 'initials[y]'] as const;
    const missing = names.filter((name) => body[name] === undefined);
    return missing.length === 1
      ? missing.map((name) => ({ pointer: `/body/${name}`, message: 'Initials need both of their values.' }))
      : [];
  },
});

const hasRoom = defineRule<typeof uploadRequest, SignatureRequestFacts>({
  failure: 'documents-too-many',
  statement: `A signature request has ${mostDocuments} documents at most.`,
  check: (_values, facts) =>
    (facts?.documents.length ?? 0) >= mostDocuments
      ? [{ pointer: '/path/signatureRequestId', message: `It has ${mostDocuments} documents already.` }]
      : [],
});

export const followsKnown = defineRule<
  { body: z.ZodObject<{ insert_after_id: z.ZodOptional<z.ZodNullable<z.ZodString>> }> },
  SignatureRequestFacts
>({
  failure: 'document-not-of-request',
  statement: 'The document that it comes behind is one of this signature request.',
  check: ({ body }, facts) =>
    isUnknownId(body?.insert_after_id, facts?.documents)
      ? [{ pointer: '/body/insert_after_id', message: 'This signature request has no such document.' }]
      : [],
});

const path = { signatureRequestId: sampleIds.signatureRequest };

export const uploadDocument = defineOperation({
  id: 'yousign-v3/upload-document',
  title: 'Upload a document',
  summary: 'Adds a document to a signature request that is a draft: one to be signed, or an attachment.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/documents',
  docs: sources.documents,
  encoding: 'multipart',
  request: uploadRequest,
  replies: { 201: documentReply, ...bodyRefusals },
  rules: [isEditable, fileFits, initialsAreWhole, followsKnown, hasRoom],
  failures: [
    'unauthorized',
    'not-found',
    'request-not-draft',
    'file-kind-not-allowed',
    'initials-incomplete',
    'document-not-of-request',
    'documents-too-many',
    'value-missing',
    'choice-invalid',
    'value-too-long',
  ],
  examples: [
    {
      title: 'A file beside the request',
      source: 'documented',
      path,
      body: { file: 'contract.pdf', nature: 'signable_document' },
    },
    {
      title: 'A small PDF within the request, with initials',
      source: 'ours',
      path,
      body: {
        file: 'data:application/pdf;name=contract.pdf;base64,JVBERi0xLjQK',
        nature: 'signable_document',
        name: 'Contract',
        'initials[alignment]': 'right',
        'initials[y]': 800,
      },
    },
    {
      title: 'An attachment',
      source: 'ours',
      path,
      body: { file: 'terms.pdf', nature: 'attachment', insert_after_id: sampleIds.document },
    },
  ],
  loadFacts: factsOfPath(ofSignatureRequest, ({ signatureRequestId }, call) =>
    loadSignatureRequestFacts(signatureRequestId, call),
  ),
  suggest: (facts: SignatureRequestFacts) => ({
    '/body/insert_after_id': facts.documents.map((one) => ({ value: one.id, label: one.id, description: one.nature })),
  }),
});
