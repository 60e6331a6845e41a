import type * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { bodyRefusals } from '../../errors';
import { mostFields } from '../../facts/signatureRequestFacts';
import { mostSigners, type SignersFacts, signersFactsOf, signerTitle } from '../../facts/signersFacts';
import { signerLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { ofSignatureRequest } from '../fields';
import { namesOnePerson, unknownAmong } from '../namedIds';
import { recipientRules } from '../recipientRules';
import { sampleIds } from '../sampleIds';
import { newSigner } from './newSigner';
import { isInDraft, placeRules } from './placeRules';
import { signerReply } from './signerReplies';
import { type AnySigner, signerRuleFailures, signerRules } from './signerRules';

const createRequest = { path: ofSignatureRequest, body: newSigner };

type Request = typeof createRequest;

/** A body of either form, as far as rules look at it. */
interface NewSigner extends AnySigner {
  readonly fields?: readonly ({ readonly document_id?: string | undefined } | undefined)[] | undefined;
}

const hasRoom = defineRule<Request, SignersFacts>({
  failure: 'signers-too-many',
  statement: `A signature request has ${mostSigners} signers at most.`,
  check: (_values, facts) =>
    (facts?.signers.length ?? 0) >= mostSigners
      ? [{ pointer: '/path/signatureRequestId', message: `This signature request has ${mostSigners} signers already.` }]
      : [],
});

const hasKnownDocuments = defineRule<Request, SignersFacts>({
  failure: 'document-not-of-request',
  statement: 'Fields are placed on documents of the same signature request.',
  check: ({ body = {} }, facts) => {
    const { fields = [] }: NewSigner = body;
    const isUnknown = unknownAmong(facts?.request.documents);
    return fields.flatMap((field, index) =>
      isUnknown(field?.document_id)
        ? [{ pointer: `/body/fields/${index}/document_id`, message: 'This signature request has no such document.' }]
        : [],
    );
  },
});

const hasRoomForFields = defineRule<Request, SignersFacts>({
  failure: 'fields-too-many',
  statement: `A signature request has ${mostFields} fields at most.`,
  check: ({ body = {} }, facts) => {
    const { fields = [] }: NewSigner = body;
    const before = (facts?.signers ?? []).reduce((sum, signer) => sum + (signer.fields?.length ?? 0), 0);
    return fields.length > 0 && before + fields.length > mostFields
      ? [
          {
            pointer: '/body/fields',
            message: `Together with those of other signers these are more than ${mostFields}.`,
          },
        ]
      : [];
  },
});

const path = { signatureRequestId: sampleIds.signatureRequest };

export const createSigner = defineOperation({
  id: 'yousign-v3/create-signer',
  title: 'Add a signer',
  summary:
    'Adds somebody who signs: a person by name and addresses, a user or a contact. The signer is notified once the signature request is activated.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/signers',
  docs: sources.addSigner,
  request: createRequest,
  replies: { 201: signerReply, ...bodyRefusals },
  rules: [
    isInDraft,
    hasRoom,
    namesOnePerson,
    ...placeRules,
    ...recipientRules(({ request }: SignersFacts) => request, 'order-off'),
    hasKnownDocuments,
    hasRoomForFields,
    ...signerRules<{ readonly body: z.ZodType<AnySigner> }>(({ body }) =>
      body === undefined ? [] : [{ signer: body, pointer: '/body' }],
    ),
  ],
  failures: [
    'unauthorized',
    'not-found',
    'request-not-draft',
    'signers-too-many',
    'several-people',
    'signer-not-of-request',
    'order-off',
    'document-not-of-request',
    'fields-too-many',
    ...signerRuleFailures,
    'redirects-in-trial',
    'recipient-outside-trial',
    'contact-of-other-workspace',
    'document-locked',
  ],
  examples: [
    {
      title: 'A person who signs without a code',
      source: 'documented',
      path,
      body: {
        info: {
          first_name: 'John',
          last_name: 'Doe',
          email: 'john.doe@example.com',
          phone_number: '+33700000000',
          locale: 'fr',
        },
        signature_level: 'electronic_signature',
        signature_authentication_mode: 'no_otp',
        fields: [{ document_id: sampleIds.document, type: 'signature', page: 1, width: 180, x: 400, y: 650 }],
      },
    },
    {
      title: 'A user of the organization',
      source: 'minimal',
      path,
      body: { user_id: sampleIds.user, signature_level: 'electronic_signature' },
    },
    {
      title: 'A contact, at the advanced level, after another signer',
      source: 'ours',
      path,
      body: {
        contact_id: sampleIds.contact,
        signature_level: 'advanced_electronic_signature',
        signature_authentication_mode: 'otp_sms',
        insert_after_id: sampleIds.signer,
      },
    },
  ],
  loadFacts: signersFactsOf(ofSignatureRequest),
  suggest: ({ request, signers }: SignersFacts) => ({
    '/body/insert_after_id': signers.map((signer) => ({
      value: signer.id,
      label: signerTitle(signer),
      description: signer.id,
    })),
    '/body/fields/*/document_id': request.documents.map(({ id: document, nature }) => ({
      value: document,
      label: document,
      description: nature,
    })),
  }),
  findLinks: signerLinks,
});
