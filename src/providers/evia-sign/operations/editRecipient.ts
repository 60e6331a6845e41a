import * as z from 'zod';
import { defineOperation, defineRule } from '../../../core/operation';
import { requiredText, text } from '../../../kit/fields';
import { leavesOut } from '../../../kit/mending/mends';
import { sources } from '../sources';
import { doubtfulEmail } from './emailRules';
import { auditDescription, auditDetails, otp, privateMessage, requestPath } from './fields';
import { errorReplies, requestReply } from './replies';

/** What is required is not documented; without the old address, though, nobody could be found. */
const editRequest = {
  path: requestPath,
  body: z.object({
    UserName: text('Name', 'New display name of the recipient.', 'john.doe'),
    UserEmail: z
      .string()
      .min(1)
      .optional()
      .meta({
        title: 'New e-mail',
        description: 'New e-mail address of the recipient. It must differ from the old one.',
        examples: ['john.doe@example.com'],
        initial: '',
      }),
    OldUserEmail: requiredText(
      'Old e-mail',
      'E-mail address that the recipient has now. By it the recipient is found.',
      'john.doe.old@example.com',
    ),
    OTP: otp,
    PrivateMessage: privateMessage,
    AuditDetails: auditDetails.meta(auditDescription),
  }),
};

const rule = defineRule<typeof editRequest>;

const emailChanges = rule({
  failure: 'email-unchanged',
  statement: 'The new e-mail address differs from the old one.',
  check: ({ body }) =>
    body?.UserEmail !== undefined && body.UserEmail === body.OldUserEmail
      ? [
          {
            pointer: '/body/UserEmail',
            message: 'This is the address that the recipient has already.',
            mend: leavesOut('/body/UserEmail'),
          },
        ]
      : [],
});

const emailChangesBeyondCase = rule({
  failure: 'email-differs-in-case',
  statement: 'The new e-mail address differs from the old one in more than upper and lower case.',
  severity: 'warning',
  check: ({ body: { UserEmail, OldUserEmail } = {} }) =>
    UserEmail !== OldUserEmail && UserEmail?.toLowerCase() === OldUserEmail?.toLowerCase()
      ? [
          {
            pointer: '/body/UserEmail',
            message: 'The API may take this for the address that is there already.',
            mend: leavesOut('/body/UserEmail'),
          },
        ]
      : [],
});

const emailsAreAddresses = rule({
  failure: 'email-doubtful',
  statement: 'E-mail addresses look like addresses.',
  severity: 'warning',
  check: ({ body }) => [
    ...doubtfulEmail(body?.UserEmail, '/body/UserEmail'),
    ...doubtfulEmail(body?.OldUserEmail, '/body/OldUserEmail'),
  ],
});

const path = { requestId: 'f742655b-7b27-43e1-9e4b-330246b140e6' };

export const editRecipient = defineOperation({
  id: 'evia-sign/edit-recipient',
  title: 'Edit a recipient',
  summary:
    'Changes name, e-mail address, OTP settings or private message of a recipient who has not completed. Signing order and stamps stay as they were.',
  method: 'POST',
  path: '/_apis/sign/api/v2/Requests/{requestId}/editrecipient',
  docs: sources.editRecipients,
  request: editRequest,
  // The status of a success is not stated; 200 is what version 1 states.
  effects: ['mailsPeople'],
  replies: { 200: requestReply, ...errorReplies },
  rules: [emailChanges, emailChangesBeyondCase, emailsAreAddresses],
  failures: [
    'bad-request',
    'email-unchanged',
    'recipient-completed',
    'recipient-duplicate',
    'recipient-not-editable',
    'unauthorized',
    'request-unknown',
    'email-differs-in-case',
    'email-doubtful',
  ],
  examples: [
    {
      title: 'Name, e-mail, OTP and message',
      source: 'documented',
      path,
      body: {
        UserName: 'john.doe',
        UserEmail: 'john.doe@example.com',
        OTP: { IsRequired: true, AccessCode: '987654', MobileNumber: '+1-202-555-0123', Type: 1 },
        PrivateMessage: 'Requesting to update my registered email address.',
        OldUserEmail: 'john.doe.old@example.com',
        AuditDetails: {
          AuthorType: 1,
          AuthorIPAddress: '192.168.1.55',
          Device: 'Device Type: Desktop - OS: Windows 11 - Browser: Chrome (v132.0)',
        },
      },
    },
    {
      title: 'Nothing but the address',
      source: 'minimal',
      path,
      body: { UserEmail: 'john.doe@example.com', OldUserEmail: 'john.doe.old@example.com' },
    },
    {
      title: 'Without a check of the recipient',
      source: 'ours',
      path,
      body: {
        UserEmail: 'john.doe@example.com',
        OldUserEmail: 'john.doe.old@example.com',
        OTP: { IsRequired: false },
      },
    },
  ],
});
