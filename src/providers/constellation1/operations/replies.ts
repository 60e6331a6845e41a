import * as z from 'zod';

/*
 * What the API answers. Only the classes of the documentation are known, no reply is printed anywhere: everything may
 * be missing, and a token that is not valid makes the whole reply null.
 */

const text = z.string().nullable().optional();
const whole = z.int().nullable().optional();
const flag = z.boolean().nullable().optional();

const outcome = {
  Message: text.meta({ title: 'Message', description: '"Success" or "Error".' }),
  Details: z.array(z.string()).nullable().optional().meta({ title: 'Details', description: 'The errors.' }),
};

export const requestResponse = z.object({
  ...outcome,
  ReturnValue: text.meta({ title: 'Return value', description: '"True" or "False", or nothing.' }),
});

/** The value is a token or an encrypted secret. */
export const tokenResponse = requestResponse.extend({
  ReturnValue: text.meta({ title: 'Return value', description: 'The token.', secret: true }),
});

export const signerReply = z.object({
  SignerId: text,
  SignerID: text,
  SigningSessionId: text,
  FirstName: text,
  LastName: text,
  FullName: text,
  EmailAddress: text,
  SignerRole: text,
  Sequence: whole,
  StateCode: whole,
  StatusCode: whole,
  DeclinedReason: text,
});

export const sessionInfoReply = z.object({
  Id: text,
  SigningSessionId: text,
  Title: text,
  TransactionId: text,
  Description: text,
  OwnerName: text,
  OwnerEmail: text,
  ReturnURL: text,
  CopyTo: text,
  EmailOptions: whole,
  UseSequence: whole,
  AllowDelegation: flag,
  FirstSigner: flag,
  ExpiresOn: text,
  ReminderFrequencyDays: whole,
  SendSignerInvites: flag,
  SendSessionRedirectUrl: text,
  StatusCode: whole,
  CreatedOn: text,
});

const documentReply = z.object({
  FileName: text,
  FormId: text,
  FormTag: text,
  HasAnchorTags: flag,
  AnchorTagsAdjustmentCategory: text,
  Sequence: whole,
});

export const sessionReply = z.object({
  Id: text,
  SigningSessionId: text,
  StatusCode: whole,
  SessionInfo: sessionInfoReply.nullable().optional(),
  Documents: z.array(documentReply).nullable().optional(),
  Signers: z.array(signerReply).nullable().optional(),
});

export const sessionResponse = z.object({
  ...outcome,
  SigningSessionId: text,
  Sessions: z.array(sessionReply).nullable().optional(),
});

export const liteResponse = z.object({
  ...outcome,
  TotalCount: whole,
  Sessions: z.array(sessionInfoReply).nullable().optional(),
});

/** The class is known by its name; that a log holds date, address and description is said of it. */
const logsResponse = z.object({
  ...outcome,
  ActionLogs: z
    .array(z.object({ Date: text, IPAddress: text, Description: text }))
    .nullable()
    .optional(),
});

const documentsResponse = z.object({
  ...outcome,
  TotalCount: whole,
  Documents: z.array(documentReply).nullable().optional(),
});

const landingResponse = requestResponse.extend({
  ReturnValue: text.meta({ title: 'Landing URL', description: 'It signs its user in.', secret: true }),
});

export type SignerReply = z.output<typeof signerReply>;
export type SessionInfoReply = z.output<typeof sessionInfoReply>;
export type SessionReply = z.output<typeof sessionReply>;

/** No status is documented for any outcome; 400 stands for what a server cannot read at all. */
export const replies = {
  request: { 200: requestResponse.nullable(), 400: requestResponse },
  token: { 200: tokenResponse.nullable(), 400: requestResponse },
  session: { 200: sessionResponse.nullable(), 400: requestResponse },
  lite: { 200: liteResponse.nullable(), 400: requestResponse },
  logs: { 200: logsResponse.nullable(), 400: requestResponse },
  documents: { 200: documentsResponse.nullable(), 400: requestResponse },
  landing: { 200: landingResponse.nullable(), 400: requestResponse },
};
