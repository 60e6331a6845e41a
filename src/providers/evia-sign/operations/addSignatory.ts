import * as z from 'zod';
import { defineOperation, defineRule } from '../../../core/operation';
import { colorText, requiredText } from '../../../kit/fields';
import { sources } from '../sources';
import { doubtfulEmail } from './emailRules';
import { otp, privateMessage, requestPath } from './fields';
import { errorReplies } from './replies';

const addSignatoryRequest = {
  path: requestPath,
  body: z.object({
    Email: requiredText('E-mail', 'E-mail address of the signatory.', 'kim@example.com'),
    Name: requiredText('Name', 'Full name of the signatory.', 'Kim Lee'),
    Order: z.int().meta({
      title: 'Signing order',
      description: 'A lower number signs first; with the same number all sign at the same time.',
      examples: [1],
      initial: 1,
      alsoAccepts: 'string',
    }),
    SignatoryType: z.literal([1, 2, 3]).meta({
      title: 'Part',
      source: sources.glossary,
      description: 'What the signatory has to do. CC only gets a copy.',
      initial: 1,
      alsoAccepts: 'string',
      labels: { 1: 'Signer (1)', 2: 'Approver (2)', 3: 'CC (3)' },
    }),
    PrivateMessage: privateMessage,
    Color: colorText('Color', 'Color of the signatory’s stamps, as a hex code.', '#7c95f4'),
    OTP: otp,
  }),
};

const emailIsAddress = defineRule<typeof addSignatoryRequest>({
  failure: 'email-doubtful',
  statement: 'The e-mail address looks like an address.',
  severity: 'warning',
  check: ({ body }) => doubtfulEmail(body?.Email, '/body/Email'),
});

const signatoryReply = z.object({ requestId: z.string(), signatoryId: z.string() });

const path = { requestId: '3b0c94d1-6c0e-4f0b-9a53-1f2d8c7e5a60' };

export const addSignatory = defineOperation({
  id: 'evia-sign/add-signatory',
  title: 'Add a signatory',
  summary: 'Adds a signer, approver or CC to a signature request that was created as a skeleton.',
  method: 'POST',
  path: '/_apis/sign/api/v2/requests/{requestId}/signatories',
  docs: sources.addSignatory,
  request: addSignatoryRequest,
  replies: { 200: signatoryReply, ...errorReplies },
  rules: [emailIsAddress],
  failures: ['bad-request', 'unauthorized', 'request-unknown', 'recipient-duplicate', 'email-doubtful'],
  examples: [
    {
      title: 'A signer who is checked',
      source: 'documented',
      path,
      body: {
        Email: 'eviasign@gmail.com',
        Name: 'Signer User',
        Order: 1,
        PrivateMessage: 'Sample private message',
        SignatoryType: 1,
        Color: '#7c95f4',
        OTP: { IsRequired: true, AccessCode: '', Type: 2, MobileNumber: '' },
      },
    },
    {
      title: 'A signer',
      source: 'minimal',
      path,
      body: { Email: 'kim@example.com', Name: 'Kim Lee', Order: 1, SignatoryType: 1 },
    },
  ],
});
