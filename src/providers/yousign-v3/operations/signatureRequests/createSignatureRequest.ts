import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { list, requiredChoice } from '../../../../kit/fields';
import { bodyRefusals } from '../../errors';
import { sources } from '../../sources';
import { id, maybe, orNull } from '../fields';
import { person } from '../personFields';
import { isTimeZone } from '../requestRules';
import { sampleIds } from '../sampleIds';
import { newSigner } from '../signers/newSigner';
import { authenticationMode, levelOrDefault } from '../signers/signatureLevels';
import { customText, redirectUrls, signerDelivery } from '../signers/signerOptions';
import { type AnySigner, type PlacedSigner, signerRuleFailures, signerRules } from '../signers/signerRules';
import { deliveryMode, requestName, signatureRequestOptions } from './signatureRequestFields';
import { signatureRequestReply } from './signatureRequestReplies';

const label = z
  .string()
  .min(1)
  .max(64)
  .meta({
    title: 'Label',
    description: 'Label of the place in the template, 1 to 64 characters.',
    examples: ['tenant'],
  });

const placeholderSigner = z.object({
  label,
  info: z.object(person).meta({ title: 'Person', description: 'Who takes the place.' }),
  signature_level: levelOrDefault,
  signature_authentication_mode: authenticationMode,
  redirect_urls: redirectUrls,
  custom_text: customText,
  delivery_mode: signerDelivery,
});

const placeholderText = z.object({
  label,
  text: z.string().min(1).max(5000).meta({ title: 'Text', description: 'What stands there, 1 to 5000 characters.' }),
});

const templatePlaceholders = orNull(
  z
    .object({
      signers: list(placeholderSigner, 'Signers', 'Who takes the places of signers.', 'Signer'),
      read_only_text_fields: list(placeholderText, 'Texts', 'What texts of the template say.', 'Text'),
    })
    .meta({ title: 'Places of the template', description: 'What the template leaves open.' }),
);

const createRequest = {
  body: z.object({
    name: requestName,
    delivery_mode: deliveryMode,
    ...signatureRequestOptions,
    template_id: maybe(id('Template', 'Takes documents, signers and fields from there.', sampleIds.workspace)),
    template_placeholders: templatePlaceholders,
    documents: z
      .array(id('Document', 'A document that was uploaded before.', sampleIds.document))
      .max(5)
      .optional()
      .meta({
        title: 'Documents (deprecated)',
        description: 'Documents by ID, 5 at most. Upload them to the draft instead.',
        itemLabel: 'Document',
      }),
    signers: list(newSigner, 'Signers (deprecated)', 'Who signs. Add signers to the draft instead.', 'Signer'),
    archiving: orNull(
      requiredChoice(
        { archive: 'Archive (no source says which)', archive_y: 'Arkhineo' },
        'Archiving (deprecated)',
        'Where documents are archived when everybody has signed.',
      ),
    ),
  }),
};

/** What of the body may hold signers. */
interface Body {
  readonly signers?: readonly (AnySigner | undefined)[] | undefined;
  readonly template_placeholders?:
    | { readonly signers?: readonly (AnySigner | undefined)[] | undefined }
    | null
    | undefined;
}

export const createSignatureRequest = defineOperation({
  id: 'yousign-v3/create-signature-request',
  title: 'Create a signature request',
  summary: 'Makes a draft. Documents, signers and approvers are added to it, then it is activated.',
  method: 'POST',
  path: '/signature_requests',
  docs: sources.firstRequest,
  request: createRequest,
  replies: { 201: signatureRequestReply, ...bodyRefusals },
  rules: [
    isTimeZone,
    ...signerRules<{ readonly body: z.ZodType<Body> }>(({ body }) => [
      ...placed(body?.signers, '/body/signers'),
      ...placed(body?.template_placeholders?.signers, '/body/template_placeholders/signers'),
    ]),
  ],
  failures: ['unauthorized', 'value-invalid', 'expiration-out-of-range', ...signerRuleFailures],
  examples: [
    {
      title: 'Name and delivery',
      source: 'minimal',
      body: { name: 'Lease of 12 May', delivery_mode: 'none' },
    },
    {
      title: 'Ordered signers, with an ID of your own',
      source: 'documented',
      body: {
        name: 'The name of your Signature Request',
        delivery_mode: 'none',
        ordered_signers: true,
        timezone: 'Europe/Paris',
        external_id: 'order-4711',
      },
    },
    {
      title: 'By e-mail, with reminders',
      source: 'ours',
      body: {
        name: 'Lease of 12 May',
        delivery_mode: 'email',
        reminder_settings: { interval_in_days: 7, max_occurrences: 3 },
        signers_allowed_to_decline: true,
      },
    },
  ],
});

function placed(signers: readonly (AnySigner | undefined)[] | undefined, pointer: string): readonly PlacedSigner[] {
  return (signers ?? []).map((signer, index) => ({ signer: signer ?? {}, pointer: `${pointer}/${index}` }));
}
