import * as z from 'zod';
import { longText, secretText, text, wholeNumber } from '../../../kit/fields';
import { sources } from '../sources';

/*
 * Fields that several calls share. The documentation limits no length and no format, so no schema here does.
 * Numbers stand as text in some samples ("Type": "0"), so text is taken, too. Meta data stands on the outermost
 * schema, so that an optional field keeps it.
 */

export const requestId = z.guid().meta({
  title: 'Request ID',
  description: 'ID of the signature request, a UUID. Creating the request returns it.',
  examples: ['f742655b-7b27-43e1-9e4b-330246b140e6'],
  idShape: 'uuid',
  refersTo: 'requests',
  errorMessage: 'Enter the UUID of the request, for example f742655b-7b27-43e1-9e4b-330246b140e6.',
});

export const requestPath = z.object({ requestId });

export const privateMessage = longText(
  'Private message',
  'A note that only this recipient gets.',
  'Requesting to update my registered email address.',
);

/** The table of the types could not be had: samples show 0 to 3 and do not tell them apart. */
export const otp = z
  .object({
    IsRequired: z.boolean().optional().meta({
      title: 'Required',
      description: 'The recipient has to identify themselves before the document opens.',
      alsoAccepts: 'string',
      initial: true,
    }),
    AccessCode: secretText(
      'Access code',
      'A code that the requester chooses, and tells the recipient by other means.',
      '987654',
    ),
    MobileNumber: text('Mobile number', 'Where a one-time password goes by text message.', '+1-202-555-0123'),
    Type: wholeNumber(
      'Type',
      'Kind of check, as a number. Samples show 0 (not required), 1 (with access code), 2 (with mobile number) and 3 (with access code); what each stands for is not known.',
      1,
    ),
  })
  .optional()
  .meta({
    title: 'OTP',
    source: sources.authentication,
    description: 'How the recipient is checked: by a one-time password per e-mail or text message, or an access code.',
  });

export const auditDetails = z
  .object({
    AuthorType: z
      .int()
      .optional()
      .meta({
        title: 'Author type',
        description: 'A number; the samples say 1, and nothing says what it stands for.',
        examples: [1],
        alsoAccepts: 'string',
        initial: 1,
      }),
    AuthorIPAddress: text('IP address', 'Address from which the change is made.', '192.168.1.55'),
    Device: text(
      'Device',
      'Device, operating system and browser.',
      'Device Type: Desktop - OS: Windows 11 - Browser: Chrome (v132.0)',
    ),
  })
  .optional();

export const auditDescription = {
  title: 'Audit details',
  description: 'Who makes the change, for the audit trail of the document.',
};
