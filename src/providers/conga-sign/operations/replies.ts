import * as z from 'zod';
import { errorReply } from '../errors';

/*
 * What the API answers. Tolerant where the two descriptions differ or a sample holds null against them.
 */

const text = z.string().nullable().optional();
const flag = z.boolean().nullable().optional();
const json = z.unknown().optional();

export const signerReply = z.object({
  id: text,
  email: text,
  firstName: text,
  lastName: text,
  name: text,
  title: text,
  company: text,
  phone: text,
  language: text,
  signerType: text,
  auth: json,
  notificationMethods: json,
  delivery: z.object({ download: flag, email: flag, provider: flag }).nullable().optional(),
  signature: json,
  address: json,
  timezoneId: text,
  digipassAuthentication: flag,
  knowledgeBasedAuthentication: json,
  group: json,
  external: json,
  specialTypes: z.array(z.string()).nullable().optional(),
  professionalIdentityFields: z.array(z.unknown()).nullable().optional(),
  userCustomFields: z.array(z.unknown()).nullable().optional(),
  data: json,
  created: text,
  updated: text,
});

export const roleReply = z.object({
  id: z.string(),
  name: text,
  type: text,
  index: z.int().nullable().optional(),
  reassign: flag,
  locked: flag,
  emailMessage: z.object({ content: text }).nullable().optional(),
  attachmentRequirements: z.array(z.unknown()).nullable().optional(),
  specialTypes: z.array(z.string()).nullable().optional(),
  downloadEvidenceSummaryBySigner: flag,
  data: json,
  signers: z.array(signerReply).nullable().optional(),
});

export const roleListReply = z.object({ count: z.int(), results: z.array(roleReply) });

const approvalReply = z.object({
  id: text,
  name: text,
  role: text,
  accepted: text,
  signed: text,
  optional: flag,
  fields: z.array(z.unknown()).nullable().optional(),
  data: json,
});

const documentReply = z.object({
  id: text,
  name: text,
  status: text,
  description: text,
  index: z.int().nullable().optional(),
  approvals: z.array(approvalReply).nullable().optional(),
  data: json,
});

const userReply = z.object({ id: text, email: text, firstName: text, lastName: text });

/** OneSpan answers the creation of a package with nothing but its ID. */
export const packageReply = z.object({
  id: z.string(),
  name: text,
  status: text,
  type: text,
  description: text,
  emailMessage: text,
  language: text,
  due: text,
  autocomplete: flag,
  visibility: text,
  timezoneId: text,
  notarized: flag,
  notaryRoleId: text,
  consent: text,
  trashed: flag,
  created: text,
  updated: text,
  completed: text,
  sender: userReply.nullable().optional(),
  settings: json,
  roles: z.array(roleReply).nullable().optional(),
  documents: z.array(documentReply).nullable().optional(),
  messages: z
    .array(z.object({ content: text, created: text, status: text, from: userReply.nullable().optional() }))
    .nullable()
    .optional(),
  data: json,
});

export const packageListReply = z.object({ count: z.int(), results: z.array(packageReply) });

export type SignerReply = z.output<typeof signerReply>;
export type RoleReply = z.output<typeof roleReply>;
export type DocumentReply = z.output<typeof documentReply>;
export type PackageReply = z.output<typeof packageReply>;

/** Conga's description lists 400, 401, 404 and 500 for roles; OneSpan's adds 403. */
export const errorReplies = { 400: errorReply, 401: errorReply, 403: errorReply, 404: errorReply, 500: errorReply };

/** What every call may fail with, and one with values of its own before that. */
export const usual = ['not-authorized', 'access-denied', 'not-found', 'unexpected-error'];
export const usualOfValues = ['bad-request', ...usual];
