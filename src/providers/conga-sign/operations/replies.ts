import * as z from 'zod';
import { errorReply } from '../errors';
import { flag, json, ownValues, text } from './replyValues';

/*
 * What the API answers: what OneSpan's description requires is there, unless Conga's own sample lacks it.
 */

const challengeReply = z.object({
  question: z.string(),
  answer: text.meta({ title: 'Answer', secret: true }),
  maskInput: z.boolean(),
});

export const signerReply = z.object({
  id: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  name: z.string(),
  title: text,
  company: z.string(),
  phone: text,
  language: text,
  signerType: text,
  auth: z.object({ scheme: z.string(), challenges: z.array(challengeReply), qasms: json, idvWorkflow: json }),
  notificationMethods: json,
  delivery: z.object({ download: z.boolean(), email: z.boolean(), provider: z.boolean() }),
  signature: json,
  address: json,
  timezoneId: text,
  digipassAuthentication: flag,
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
  description: text,
  required: z.boolean(),
  status: z.string(),
  comment: text,
  files: z.array(z.unknown()).optional(),
  data: json,
});

export const roleReply = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  index: z.int(),
  reassign: flag,
  locked: flag,
  emailMessage: z.object({ content: text }).nullable().optional(),
  attachmentRequirements: z.array(attachmentReply),
  specialTypes: z.array(z.string()).nullable().optional(),
  downloadEvidenceSummaryBySigner: flag,
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
