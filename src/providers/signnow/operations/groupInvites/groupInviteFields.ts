import * as z from 'zod';
import {
  choice,
  list,
  longText,
  phoneText,
  requiredChoice,
  requiredList,
  requiredText,
  text,
} from '../../../../kit/fields';
import { clientTimestamp, documentGroupPath, roleName, signingOrder } from '../fields';
import { checkedBy, codeMessage, codeWay, signerCheckMeanings, signerChecks } from '../signerChecks';

/*
 * The invite of a document group that signNow mails. One list of a step says who does what, another what their mails
 * say.
 */

/** The OpenAPI description prints addresses with spaces around them. */
export function mailedTo(title: string, description: string, example = 'signer@email.com') {
  return z.email({ pattern: /^\s*[^\s@]+@[^\s@]+\s*$/ }).meta({
    title,
    description,
    examples: [example],
    errorMessage: 'Enter an e-mail address, for example signer@email.com.',
  });
}

export const yesOrNo = (title: string, description: string) =>
  z
    .literal([0, 1])
    .optional()
    .meta({ title, description, labels: { 0: 'No', 1: 'Yes' }, alsoAccepts: 'string' });

export const emailGroup = z
  .object({ name: text('Name', 'Name of the signing group, one of "email_groups".') })
  .optional()
  .meta({ title: 'Signing group', description: 'Signing group of the account or of this request.' });

export const expirationDays = z
  .int()
  .min(3)
  .max(180)
  .optional()
  .meta({
    title: 'Expiration in days',
    description: 'In how many days the invite expires: 3 to 180, 30 without it.',
    examples: [30],
    alsoAccepts: 'string',
  });

/** Days after the invite, before its end, and between two; one description has the first as a number instead. */
export const reminder = z
  .object({
    remind_after: z.int().min(1).max(179).optional().meta({
      title: 'Days after the invite',
      description: 'Reminds so many days after the invite: 1 to 179, fewer than until it expires.',
    }),
    remind_before: z.int().min(1).max(179).optional().meta({
      title: 'Days before the end',
      description: 'Reminds so many days before the invite expires: 1 to 179.',
    }),
    remind_repeat: z.int().min(1).max(7).optional().meta({
      title: 'Repeated every … days',
      description: 'Reminds again every so many days: 1 to 7.',
    }),
  })
  .optional()
  .meta({ title: 'Reminder', description: 'When whoever has not signed is reminded.' });

export const reminderDays = z
  .int()
  .min(0)
  .optional()
  .meta({
    title: 'Reminder in days',
    description: 'Reminds after so many days; 0 for never.',
    examples: [0],
    alsoAccepts: 'string',
  });

export const authentication = z
  .object({
    type: requiredChoice(signerChecks, 'Type', 'What signNow asks of the signer.', { meanings: signerCheckMeanings }),
    value: z
      .string()
      .optional()
      .meta({
        title: 'Password',
        description: 'The password that the signer enters to open the documents.',
        secret: true,
        ...checkedBy('password', 'type'),
      }),
    phone: phoneText('Phone', 'Phone number of the signer, with the country code.', '+15551234567').meta(
      checkedBy('phone', 'type'),
    ),
    method: codeWay('type'),
    message: codeMessage('type'),
  })
  .optional()
  .meta({ title: 'Signer check', description: 'What signNow asks of the signer before the documents open.' });

const redirect = (title: string, description: string) => z.url().optional().meta({ title, description });

export const redirects = {
  redirect_uri: redirect('Redirect URI', 'Page that opens when the signer has finished.'),
  decline_redirect_uri: redirect('Decline redirect URI', 'Page that opens when the signer has declined.'),
  close_redirect_uri: redirect('Close redirect URI', 'Page that opens when the signer saves progress or closes.'),
  redirect_target: choice(
    { blank: 'New tab (blank)', self: 'Same tab (self)' },
    'Redirect target',
    'Where the redirect URI opens.',
    { onlyWith: { key: 'redirect_uri' } },
  ),
};

export const actionLabels = { sign: 'Sign', view: 'View', approve: 'Approve' } as const;

export const actionMeanings = {
  sign: 'Fills in and signs the fields of the role.',
  view: 'Looks at the document and signs nothing.',
  approve: 'Approves the document instead of signing it.',
};

const action = z.object({
  email: mailedTo('E-mail', "The recipient's e-mail address."),
  role_name: roleName('Role of the recipient in the document; needed to sign.'),
  action: requiredChoice(actionLabels, 'Action', 'What the recipient does with the document.', {
    initial: 'sign',
    meanings: actionMeanings,
  }),
  document_id: requiredText('Document ID', 'ID of a document of the group.'),
  email_group: emailGroup,
  required_preset_signature_name: text('Locked signature name', 'Name in the signature that the signer cannot change.'),
  allow_reassign: yesOrNo('May be reassigned', 'Whether the recipient may hand the invite on.'),
  decline_by_signature: yesOrNo('Decline button', 'Whether a button to decline stands at signature fields.'),
  authentication,
  payment_request: z
    .object({
      merchant_id: text('Merchant', 'ID of a merchant account of the organization.'),
      currency: text('Currency', 'Currency of the payment.', 'USD'),
      type: text('Type', 'Type of the payment: "fixed".', 'fixed'),
      amount: text('Amount', 'How much is to be paid.', '10.00'),
    })
    .optional()
    .meta({ title: 'Payment', description: 'A payment that is asked for when the document is signed.' }),
  ...redirects,
  language: choice({ en: 'English', es: 'Spanish', fr: 'French' }, 'Language', 'Language of mail and signing.'),
});

const inviteEmail = z.object({
  email: mailedTo('E-mail', 'Address of one whom the actions of this step name.'),
  subject: text('Subject', 'Subject of the mail.', 'Please sign'),
  message: longText('Message', 'Text of the mail.'),
  disabled: yesOrNo('No mail', 'Whether this recipient gets no mail at all.'),
  email_group: emailGroup,
  expiration_days: expirationDays,
  reminder: z.union([reminderDays, reminder]).optional().meta({
    title: 'Reminder',
    description: 'After how many days, or when exactly, whoever has not signed is reminded.',
  }),
});

const step = z.object({
  order: signingOrder('Number of the step, from 1. Its mails go out when all actions of the step before are done.', {
    alsoAccepts: 'string',
  }),
  invite_emails: list(inviteEmail, 'Mails', 'What the mails to the recipients of this step say.', 'Mail'),
  invite_actions: requiredList(
    action,
    'Actions',
    'Who signs, views or approves which document in this step.',
    'Action',
    { turns: 'people' },
  ),
});

const completionEmail = z.object({
  email: mailedTo('E-mail', 'Who is told when everything is signed.'),
  disabled: yesOrNo('No mail', 'Whether this recipient gets no mail at all.'),
  disable_document_attachment: yesOrNo('Without documents', 'Whether the documents are left out of the mail.'),
  subject: text('Subject', 'Subject of the mail.'),
  message: longText('Message', 'Text of the mail.'),
});

export const namedEmailGroup = z.object({
  id: text('ID', 'ID of the signing group.'),
  name: text('Name', 'Name by which actions refer to it.'),
  emails: list(
    z.object({ email: mailedTo('E-mail', 'Somebody of the group.') }),
    'Addresses',
    'Who belongs to the group; any one of them may sign.',
    'Address',
  ),
});

export const createGroupInviteRequest = {
  path: documentGroupPath,
  body: z.object({
    invite_steps: requiredList(step, 'Steps', 'The steps of the invite, each with its actions.', 'Step'),
    cc: list(mailedTo('Copy', 'Gets a copy.'), 'Copies', 'Who gets copies.', 'Address'),
    email_groups: list(namedEmailGroup, 'Signing groups', 'Signing groups that actions refer to.', 'Signing group'),
    completion_emails: list(completionEmail, 'Mails at the end', 'Who is told when everything is signed.', 'Mail'),
    sign_as_merged: z.boolean().optional().meta({
      title: 'Sign as merged',
      description: 'Everybody signs all of their documents in one session; true without it, as the clients say.',
      initial: true,
      alsoAccepts: 'string',
    }),
    client_timestamp: clientTimestamp,
    cc_subject: text('Subject of copies', 'Subject of the mails to those who get copies.'),
    cc_message: longText('Message of copies', 'Text of the mails to those who get copies.'),
  }),
};
