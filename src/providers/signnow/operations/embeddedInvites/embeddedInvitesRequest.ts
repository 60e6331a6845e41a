import * as z from 'zod';
import { requiredChoice, requiredList, text } from '../../../../kit/fields';
import {
  documentPath,
  emailField,
  looseAuthMethod,
  newSignature,
  qualifiedMeanings,
  roleId,
  roleName,
  signingOrder,
} from '../fields';
import { signerFields } from '../signerFields';

const invite = z.object({
  email: emailField("The signer's e-mail address: at most 150 characters, unique, and not the document owner's."),
  role_id: roleId(
    z.string().min(1).optional(),
    'ID of the role, "unique_id" in the document. Role ID, role or both are needed.',
  ),
  role: roleName('Name of the role. Role ID, role or both are needed; both must be of the same role.'),
  order: signingOrder('Step in which this signer signs, from 1. Signers of one step sign in any order.'),
  auth_method: looseAuthMethod,
  ...signerFields,
  prefill_signature_name: z
    .string()
    .max(255)
    .optional()
    .meta({
      title: 'Signature name',
      description: 'Name in the signature to begin with; the signer can change it.',
      examples: ['Pedro Rodriguez'],
    }),
  force_new_signature: newSignature,
  signature: z
    .object({
      type: requiredChoice({ eideasy: 'eID Easy', nom151: 'NOM-151' }, 'Type', 'Who issues the qualified signature.', {
        meanings: qualifiedMeanings,
      }),
    })
    .optional()
    .meta({ title: 'Qualified signature', description: 'Asks for a qualified electronic signature.' }),
});

export const embeddedInvitesRequest = {
  path: documentPath,
  body: z.object({
    invites: requiredList(invite, 'Signers', 'One invite per signer. Every role of the document needs one.', 'Signer'),
    name_formula: text('Name formula', 'Sent by the official clients; no source says what it does.'),
  }),
};

/** One embedded invite as the API returns it. */
export const embeddedInvite = z.object({
  id: z.string(),
  email: z.string(),
  role_id: z.string(),
  role: z.string().optional(),
  order: z.int(),
  status: z.string(),
  expires_at: z.int().nullable().optional(),
  link: z.string().nullable().optional().meta({ secret: true }),
  redirect_uri: z.string().nullable().optional(),
  decline_redirect_uri: z.string().nullable().optional(),
  redirect_target: z.string().nullable().optional(),
});

export const embeddedInvitesReply = z.object({ data: z.array(embeddedInvite) });
