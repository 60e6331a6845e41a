import * as z from 'zod';
import { choice, list, longText, phoneText, requiredChoice, requiredList, text } from '../../../../kit/fields';
import { documentPath, newSignature, qualifiedMeanings, roleId, roleName, signingOrder } from '../fields';
import {
  emailGroup,
  expirationDays,
  mailedTo,
  namedEmailGroup,
  redirects,
  reminder,
  reminderDays,
} from '../groupInvites/groupInviteFields';
import { codeMessage, codeWay, signerCheckFields } from '../signerChecks';

/* The invite of one document that signNow mails: to the roles of its fields, or to sign it anywhere. */

const textFlag = (title: string, description: string) =>
  choice({ '0': 'No', '1': 'Yes' }, title, `${description} Text: "0" or "1".`);

export const language = choice(
  { en: 'English', es: 'Spanish', fr: 'French' },
  'Language',
  'Language of mail and signing.',
);

const recipient = z.object({
  email: mailedTo('E-mail', "The recipient's e-mail address.")
    .optional()
    .meta({
      title: 'E-mail',
      description: "The recipient's e-mail address; or else a phone number or a signing group.",
      examples: ['signer@email.com'],
      errorMessage: 'Enter an e-mail address, for example signer@email.com.',
    }),
  phone_invite: phoneText(
    'Phone for the invite',
    'Phone number that gets the invite as a text message.',
    '+15551234567',
  ),
  email_group: emailGroup,
  // The description prints an empty ID beside the name of a role.
  role_id: roleId(
    z.string().optional(),
    'ID of the role, "unique_id" in the document. Role ID, role or both are needed.',
  ),
  role: roleName('Name of the role. Role ID, role or both are needed; both must be of the same role.'),
  order: signingOrder('Step in which this recipient signs, from 1. Recipients of one step sign in any order.', {
    alsoAccepts: 'string',
  }),
  subject: text('Subject', 'Subject of the mail to this recipient.', 'Please sign'),
  message: longText('Message', 'Text of the mail to this recipient.'),
  prefill_signature_name: text('Signature name', 'Name in the signature to begin with; the signer can change it.'),
  required_preset_signature_name: text('Locked signature name', 'Name in the signature that the signer cannot change.'),
  force_new_signature: newSignature,
  reassign: textFlag('Not to be handed on', 'Whether the recipient may not forward the invite.'),
  decline_by_signature: textFlag('Decline button', 'Whether a button to decline stands at signature fields.'),
  reminder: z.union([reminderDays, reminder]).nullable().optional().meta({
    title: 'Reminder',
    description: 'After how many days, or when exactly, the recipient is reminded.',
    nullLabel: 'None',
  }),
  expiration_days: expirationDays.nullable().meta({
    title: 'Expiration in days',
    description: 'In how many days the invite expires: 3 to 180, 30 without it.',
    examples: [30],
    nullLabel: "The API's default",
  }),
  ...signerCheckFields,
  method: codeWay(),
  authentication_sms_message: codeMessage(),
  ...redirects,
  language,
  signature: z
    .object({
      type: requiredChoice(
        { eideasy: 'eID Easy', 'eideasy-pdf': 'eID Easy (PDF)', nom151: 'NOM-151' },
        'Type',
        'Who issues the qualified signature; the same for all.',
        { meanings: qualifiedMeanings },
      ),
    })
    .optional()
    .meta({ title: 'Qualified signature', description: 'Asks for a qualified electronic signature.' }),
});

const viewer = z.object({
  email: mailedTo('E-mail', 'Who may look at the document.'),
  role: text('Role', 'Name of the viewer role.'),
  order: z
    .int()
    .min(1)
    .optional()
    .meta({ title: 'Order', description: 'Step in which the viewer is told.', turns: 'order' }),
  subject: text('Subject', 'Subject of the mail.'),
  message: longText('Message', 'Text of the mail.'),
  close_redirect_uri: redirects.close_redirect_uri,
  redirect_target: redirects.redirect_target,
});

const copyStep = z.object({
  name: text('Name', 'Name of the one who gets the copy.'),
  email: mailedTo('E-mail', 'Who gets the copy.'),
  step: z.int().min(1).optional().meta({ title: 'Step', description: 'After which step the copy is mailed.' }),
});

export const copies = list(mailedTo('Copy', 'Gets a copy.'), 'Copies', 'Who gets copies.', 'Address');

export const createFieldInvitesRequest = {
  path: documentPath,
  query: z.object({
    email: choice({ disable: 'No mail' }, 'Mail', '"disable" invites without a mail to anybody.'),
  }),
  body: z.object({
    to: requiredList(recipient, 'Recipients', 'One recipient for each role that is to sign.', 'Recipient'),
    from: z
      .string()
      .min(1)
      .meta({
        title: 'From',
        description: 'E-mail address of the account that sends; no other is taken.',
        examples: ['owner@example.com'],
      }),
    subject: text('Subject', 'Subject of the mails.', 'Please sign'),
    message: longText('Message', 'Text of the mails.'),
    email_groups: list(namedEmailGroup, 'Signing groups', 'Signing groups that recipients refer to.', 'Signing group', {
      onlyWith: { key: 'to', item: 'email_group' },
    }),
    cc: copies,
    cc_step: list(copyStep, 'Copies by step', 'Who gets copies after which step.', 'Copy'),
    cc_subject: text('Subject of copies', 'Subject of the mails to those who get copies.'),
    cc_message: longText('Message of copies', 'Text of the mails to those who get copies.'),
    viewers: list(viewer, 'Viewers', 'Who may look at the document without signing.', 'Viewer'),
  }),
};

const nullableText = (title: string, description: string, ...examples: readonly string[]) =>
  z
    .string()
    .nullable()
    .optional()
    .meta({ title, description, examples: [...examples], nullLabel: 'None' });

export const createFreeFormInviteRequest = {
  path: documentPath,
  query: createFieldInvitesRequest.query,
  body: z.object({
    to: mailedTo('To', 'Who is to sign, wherever they like; one address.'),
    from: nullableText(
      'From',
      'E-mail address of the account that sends; no other is taken. Required by the newest client, optional in others.',
      'owner@example.com',
    ),
    subject: nullableText('Subject', 'Subject of the mail.', 'Please sign'),
    message: nullableText('Message', 'Text of the mail.'),
    cc: copies,
    cc_subject: nullableText('Subject of copies', 'Subject of the mails to those who get copies.'),
    cc_message: nullableText('Message of copies', 'Text of the mails to those who get copies.'),
    language: language.nullable().meta({
      title: 'Language',
      description: 'Language of mail and signing.',
      labels: { en: 'English', es: 'Spanish', fr: 'French' },
      nullLabel: 'Of the account',
    }),
    redirect_uri: redirects.redirect_uri,
    close_redirect_uri: redirects.close_redirect_uri,
    redirect_target: redirects.redirect_target,
    callback_url: nullableText('Callback', 'Sent by the official clients; no source says what it does.'),
  }),
};
