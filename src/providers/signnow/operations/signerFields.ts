import * as z from 'zod';
import { choice, requiredChoice, requiredText, text } from '../../../kit/fields';
import { sessionExpiration } from './fields';
import { codeWayMeanings, codeWays } from './signerChecks';

const redirect = z.url().optional();

const byMail = { onlyWith: { key: 'delivery_type', values: ['email'] } };

const passwordAuthentication = z
  .object({
    type: z.literal('password').meta({ title: 'Type' }),
    password: z.string().min(1).meta({
      title: 'Password',
      description: 'The password that the signer enters to open the document.',
      secret: true,
    }),
  })
  .meta({ title: 'Password' });

const phoneAuthentication = z
  .object({
    type: z.literal('phone').meta({ title: 'Type' }),
    method: requiredChoice(codeWays, 'Method', 'How the code reaches the signer.', { meanings: codeWayMeanings }),
    phone: requiredText('Phone', 'Phone number of the signer, with the country code.', '+15551234567').meta({
      writtenAs: 'phone',
    }),
    sms_message: z
      .string()
      .optional()
      .meta({
        title: 'Text message',
        description: 'Text around the code; {password} stands for the code. At most 140 characters.',
        examples: ['Your code: {password}'],
        widget: 'textarea',
      }),
  })
  .meta({ title: 'Phone' });

/** What document invites and group invites say about a signer beyond address and role. */
export const signerFields = {
  first_name: text('First name', 'Used in the welcome message when the signer opens the invite.', 'Pedro'),
  last_name: text('Last name', 'Used in the welcome message when the signer opens the invite.', 'Rodriguez'),
  language: choice({ en: 'English', es: 'Spanish', fr: 'French' }, 'Language', 'Language of the signing session.'),
  required_preset_signature_name: text(
    'Locked signature name',
    'Name in the signature that the signer cannot change.',
    'Pedro Rodriguez',
  ),
  redirect_uri: redirect.meta({
    title: 'Redirect URI',
    description: 'Page that opens when the signer has finished.',
    examples: ['https://example.com/signed'],
  }),
  decline_redirect_uri: redirect.meta({
    title: 'Decline redirect URI',
    description: 'Page that opens when the signer has declined.',
    examples: ['https://example.com/declined'],
  }),
  close_redirect_uri: redirect.meta({
    title: 'Close redirect URI',
    description: 'Page that opens when the signer chooses "Save progress" or "Close".',
    examples: ['https://example.com/later'],
  }),
  redirect_target: choice(
    { blank: 'New tab (blank)', self: 'Same tab (self)' },
    'Redirect target',
    'Where the redirect URI opens; "self" without it.',
    { onlyWith: { key: 'redirect_uri' } },
  ),
  authentication: z
    .discriminatedUnion('type', [passwordAuthentication, phoneAuthentication])
    .nullable()
    .optional()
    .meta({
      title: 'Signer check',
      description: 'What signNow itself asks of the signer before the document opens.',
      nullLabel: 'None',
    }),
  delivery_type: choice(
    { link: 'Link', email: 'E-mail' },
    'Delivery',
    'Whether signNow mails the invite or the application passes the link on; "link" without it.',
    { meanings: { link: 'Your application passes the link on.', email: 'signNow mails the invite.' } },
  ),
  subject: z
    .string()
    .max(1000)
    .optional()
    .meta({
      title: 'Subject',
      description: 'Subject of the e-mail, for delivery by e-mail.',
      examples: ['Please sign'],
      ...byMail,
    }),
  message: z
    .string()
    .max(5000)
    .optional()
    .meta({
      title: 'Message',
      description: 'Text of the e-mail, for delivery by e-mail.',
      widget: 'textarea',
      ...byMail,
    }),
  link_expiration: z
    .int()
    .min(15)
    .max(43_200)
    .optional()
    .meta({
      title: 'Invite expiration',
      description: 'In how many minutes the link of an e-mail invite expires: 15 to 43200 (30 days).',
      examples: [1440],
      ...byMail,
    }),
  session_expiration: sessionExpiration,
};
