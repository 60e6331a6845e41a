import * as z from 'zod';
import { flag, list, requiredChoice } from '../../../../kit/fields';
import { sources } from '../../sources';
import { id, orNull } from '../fields';
import { sampleIds } from '../sampleIds';
import { authenticationMode } from './signatureLevels';

/* What is said of a signer, whoever it is and wherever it is said. */

function redirectUrl(title: string, description: string) {
  return orNull(
    z
      .url()
      .max(255)
      .meta({
        title,
        description: `${description} The external ID of the signature request is appended.`,
        examples: ['https://example.com/signed'],
        errorMessage: 'Enter an address of 255 characters at most, for example https://example.com/signed.',
      }),
  );
}

export const redirectUrls = z
  .object({
    success: redirectUrl('After signing', 'Page that opens when the signer has signed.'),
    error: redirectUrl('After an error', 'Page that opens when signing failed.'),
    decline: redirectUrl('After declining', 'Page that opens when the signer has declined.'),
  })
  .optional()
  .meta({ title: 'Redirects', description: 'Where signers are sent afterwards. Refused in a trial.' });

function customLine(title: string) {
  const description = 'Subject of the e-mail, 150 characters at most.';
  return orNull(z.string().min(1).max(150).meta({ title, description }), "Yousign's text");
}

function customBody(title: string) {
  const description = 'Text of the e-mail, 2000 characters at most.';
  return orNull(z.string().min(1).max(2000).meta({ title, description, widget: 'textarea' }), "Yousign's text");
}

export const customText = z
  .object({
    request_subject: customLine('Subject of the request'),
    request_body: customBody('Text of the request'),
    reminder_subject: customLine('Subject of the reminder'),
    reminder_body: customBody('Text of the reminder'),
  })
  .optional()
  .meta({ title: 'Texts of e-mails', description: 'Your own texts in place of those of Yousign.' });

export const signerDelivery = orNull(
  requiredChoice(
    { email: 'By e-mail', none: 'Not at all' },
    'Delivery',
    'How this signer gets the link. Without it, as the signature request says.',
    { source: sources.links },
  ),
  'As the signature request',
);

const signerMails = {
  'signer.signature_request_canceled_due_to_an_error.signer_who_has_not_signed':
    'Cancelled by an error, to those who have not signed',
  'signer.signature_request_canceled_due_to_an_error.signer_who_has_already_signed':
    'Cancelled by an error, to those who have signed',
  'signer.signature_request_canceled_by_sender.signer_who_has_not_signed':
    'Cancelled by the sender, to those who have not signed',
  'signer.signature_request_canceled_by_sender.signer_who_has_already_signed':
    'Cancelled by the sender, to those who have signed',
  'signer.signature_request_done.signature_request_contains_one_signer': 'Done, with one signer',
  'signer.signature_request_done.signature_request_contains_multiple_signers': 'Done, with several signers',
  'signer.signature_request_with_multiple_signers_signed.signed_by_a_signer': 'Signed by one of several',
  'signer.signature_request_updated.new_expiration_date': 'Another expiry',
  'signer.signature_request_updated_by_sender.new_signer_details': 'Other details of the signer',
  'signer.signature_request_signature_requested.first_notification': 'Invitation',
  'signer.signature_request_signature_requested.reminder_to_sign': 'Reminder',
} as const;

const disabledMail = requiredChoice(signerMails, 'E-mail', 'An e-mail that this signer does not get.');

export const emailNotification = z
  .object({
    disabled: z.array(disabledMail).meta({
      title: 'Not sent',
      description: 'E-mails that this signer does not get.',
      itemLabel: 'E-mail',
    }),
  })
  .nullable()
  .optional()
  .meta({ title: 'E-mails', description: 'Which e-mails this signer gets.', nullLabel: 'All' });

const bySms = { key: 'signature_authentication_mode', values: ['otp_sms'] };

export const smsNotification = z
  .object({
    otp_message: z
      .object({
        custom_text: z.string().meta({
          title: 'Text',
          description: 'Holds {code} in place of the code; shorter than 105 characters, without addresses.',
          examples: ['Your code for the contract is {code}.'],
        }),
      })
      .meta({ title: 'Message with the code', description: 'Your own text for the SMS, where your contract has it.' }),
  })
  .nullable()
  .optional()
  .meta({ title: 'SMS', description: 'What the SMS says.', nullLabel: "Yousign's text", onlyWith: bySms });

export const insertAfter = orNull(
  id('After', 'The signer after whom this one signs, when signers are ordered.', sampleIds.signer).meta({
    source: sources.order,
  }),
  'First',
);

export function hiddenDocuments(whom: 'signer' | 'approver') {
  return list(
    id('Document', `A document that this ${whom} does not see.`, sampleIds.document).meta({ offeredFrom: 'documents' }),
    'Hidden documents',
    `Documents that this ${whom} does not see, where the organization has the feature.`,
    'Document',
  );
}

/** Fields of the specification of 2026. */
const newerOptions = {
  group_with_id: orNull(
    id('Together with', 'The recipient at whose stage this one acts, with a custom order.', sampleIds.signer).meta({
      offeredFrom: 'recipients',
    }),
  ),
  pre_identity_verification_required: flag(
    'Identity checked before',
    'Whether the identity is checked before signing: advanced level and delivery none only.',
  ).meta({ onlyWith: { key: 'signature_level', values: ['advanced_electronic_signature'] } }),
  excluded_documents: hiddenDocuments('signer'),
  disabled_signing_contexts: list(
    requiredChoice(
      { inbox: 'Inbox', signature_portal: 'Signature portal' },
      'Context',
      'A place of the web app where this signer cannot sign.',
      { meanings: { inbox: 'Not from the inbox.', signature_portal: 'Not from the signature portal.' } },
    ),
    'Where not to sign',
    'Places of the web app where this signer cannot sign.',
    'Context',
  ),
};

const identificationAttestation = orNull(
  z
    .string()
    .min(1)
    .max(255)
    .meta({ title: 'Identification attestation', description: 'ID of a check of identity that was made before.' }),
);

/** What may be said when a signer is made and when it is changed. */
export const signerOptions = {
  insert_after_id: insertAfter,
  signature_authentication_mode: authenticationMode,
  redirect_urls: redirectUrls,
  custom_text: customText,
  delivery_mode: signerDelivery,
  identification_attestation_id: identificationAttestation,
  email_notification: emailNotification,
  ...newerOptions,
};
