import * as z from 'zod';
import { choice, list, requiredChoice, requiredText, wholeNumber } from '../../../../kit/fields';
import { sources } from '../../sources';
import { asAnswered } from '../asAnswered';
import { aboutId, email, objectId, phone } from '../fields';
import { fileObjectFields } from '../files/fileObjectFields';
import { placedReply } from '../replies';

/** Placeholder of the security code in texts to the signer. */
const code = ['code'] as const;

export const person = {
  firstname: requiredText('First name', 'First name of the signer.', 'John'),
  lastname: requiredText('Last name', 'Last name of the signer.', 'Doe'),
  email: email.meta({
    title: 'E-mail',
    description: "The signer's e-mail address. Its domain must exist.",
    examples: ['john.doe@yousign.fr'],
    errorMessage: 'Enter an e-mail address, for example john.doe@yousign.fr.',
  }),
  phone: phone.meta({
    title: 'Phone',
    description: "The signer's phone number with plus sign and country code (E.164).",
    examples: ['+33612345678'],
    errorMessage: 'Enter a phone number with country code, for example +33612345678.',
  }),
};

export const userId = objectId('users').meta({
  ...aboutId('users', 'User', 'A user of your organization; names, e-mail and phone are copied from there.'),
  offeredFrom: 'users',
});

export const procedureId = objectId('procedures').meta({
  ...aboutId('procedures', 'Procedure', 'The procedure, a draft, that the member is added to.'),
  refersTo: 'procedures',
});

const smsConfig = z.object({
  content: z
    .string()
    .min(1)
    .meta({
      title: 'Text',
      description: 'Text of the SMS. {{code}} stands for the security code.',
      widget: 'textarea',
      placeholders: code,
      examples: ['Hello, your code for signature is {{code}}.'],
    }),
});

const emailConfig = z.object({
  subject: z
    .string()
    .min(1)
    .meta({
      title: 'Subject',
      description: 'Subject of the e-mail.',
      placeholders: code,
      examples: ['Your code for the signature'],
    }),
  content: z
    .string()
    .min(1)
    .meta({
      title: 'Text',
      description: 'Text of the e-mail. {{code}} stands for the security code.',
      widget: 'textarea',
      placeholders: code,
      examples: ['Hello, your code for signature is {{code}}.'],
    }),
});

/** What is said of both kinds of member, and of an updated one. */
export const memberOptions = {
  type: choice(
    { signer: 'Signer', validator: 'Validator' },
    'Type',
    'A signer signs the documents legally, a validator approves them. Signer when left out.',
    {
      examples: ['signer'],
      meanings: { signer: 'Signs the documents legally.', validator: 'Approves the documents.' },
    },
  ),
  position: wholeNumber(
    'Position',
    'Place in the order of an ordered procedure: the member is invited when those before have signed. Without effect otherwise.',
    1,
  ).meta({ onlyWith: { key: 'ordered', above: 1, values: [true] } }),
  operationLevel: choice(
    { none: 'None', custom: 'Custom', advanced: 'Advanced' },
    'Operation level',
    'How the signer is authenticated: not at all, by the modes below, or by an advanced signature. Replies say custom when left out.',
    {
      examples: ['custom'],
      meanings: {
        none: 'Nothing is asked.',
        custom: 'A security code, which arrives by one of the operation modes.',
        advanced: 'An advanced signature.',
      },
    },
  ),
  operationCustomModes: list(
    requiredChoice(
      { sms: 'SMS', email: 'E-mail', inwebo: 'inWebo' },
      'Mode',
      'Way in which the security code reaches the signer.',
      {
        meanings: {
          sms: 'To the phone number.',
          email: 'To the e-mail address.',
          inwebo: 'Through the app of inWebo.',
        },
      },
    ),
    'Operation modes',
    'Ways in which the signer may get the security code at level custom. SMS when left out.',
    'Mode',
    { examples: [['sms']], onlyWith: { key: 'operationLevel', values: ['custom'] } },
  ),
  operationModeSmsConfig: smsConfig
    .nullable()
    .optional()
    .meta({ title: 'SMS', description: 'Your own text for the SMS with the code.', nullLabel: "Yousign's text" }),
  operationModeEmailConfig: emailConfig
    .nullable()
    .optional()
    .meta({
      title: 'E-mail with the code',
      description: 'Your own e-mail with the code.',
      source: sources.emailCode,
      nullLabel: "Yousign's text",
      onlyWith: { key: 'operationCustomModes', values: ['email'] },
    }),
  modeSmsConfiguration: smsConfig.nullable().optional().meta({
    title: 'SMS, by its other name',
    description:
      "What Yousign's Swagger file calls the SMS text; the documentation and replies say operationModeSmsConfig.",
    nullLabel: "Yousign's text",
  }),
};

/** Of a member that is being created: the member is the one that is created. */
export const inlineFileObjects = list(
  z.object(asAnswered(fileObjectFields, placedReply)),
  'File objects',
  'Where the member signs in which file. Without one for a file, the member does not sign it.',
  'File object',
  { source: sources.fileObjects },
);

export const personTitle = { title: 'Person', description: 'A signer without an account, by name and addresses.' };
export const userTitle = { title: 'Existing user', description: 'A user of your organization, by ID.' };
