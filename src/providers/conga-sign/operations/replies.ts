import * as z from 'zod';
import { errorReply } from '../errors';
import { json, nullableFlag, nullableText, ownValues } from './replyValues';

/*
 * What the API answers: what OneSpan's description requires is there, unless Conga's own sample lacks it.
 */

const challengeReply = z.object({
  question: z.string(),
  answer: nullableText.meta({ title: 'Answer', secret: true }),
  maskInput: z.boolean(),
});

export const signerReply = z.object({
  id: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  name: z.string(),
  title: nullableText,
  company: z.string(),
  phone: nullableText,
  language: nullableText,
  signerType: nullableText,
  auth: z.object({ scheme: z.string(), challenges: z.array(challengeReply), qasms: json, idvWorkflow: json }),
  notificationMethods: json,
  delivery: z.object({ download: z.boolean(), email: z.boolean(), provider: z.boolean() }),
  signature: json,
  address: json,
  timezoneId: nullableText,
  digipassAuthentication: nullableFlag,
  knowledgeBasedAuthentication: z.unknown(),
  group: json,
  external: json,
  data: json,
  created: z.string(),
  updated: z.string(),
  ...ownValues,
});

const attachmentReply = z.object({
  id: z.string(),
  name: z.string(),
  description: nullableText,
  required: z.boolean(),
  status: z.string(),
  comment: nullableText,
  files: z.array(z.unknown()).optional(),
  data: json,
});

export const roleReply = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  index: z.int(),
  reassign: nullableFlag,
  locked: nullableFlag,
  emailMessage: z.object({ content: nullableText }).nullable().optional(),
  attachmentRequirements: z.array(attachmentReply),
  specialTypes: z.array(z.string()).nullable().optional(),
  downloadEvidenceSummaryBySigner: nullableFlag,
  data: json,
  signers: z.array(signerReply),
});

export const roleListReply = z.object({ count: z.int(), results: z.array(roleReply) });

export type SignerReply = z.output<typeof signerReply>;
export type AttachmentReply = z.output<typeof attachmentReply>;
export type RoleReply = z.output<typeof roleReply>;

/** Conga's description lists 400, 401, 404 and 500 for roles; OneSpan's adds 403. */
export const errorReplies = { 400: errorReply, 401: errorReply, 403: errorReply, 404: errorReply, 500: errorReply };

/** What every call may fail with, and one with values of its own before that. */
export const usual = ['not-authorized', 'access-denied', 'not-found', 'unexpected-error'];
export const usualOfValues = ['bad-request', ...usual];
