import * as z from 'zod';
import { flag, json, number, text, wholeNumber } from '../replyValues';

/* Documents with who signs them where, as OneSpan's description requires them and Conga's knows them. */

export const fieldReply = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  subtype: z.string(),
  page: z.int(),
  left: number,
  top: number,
  width: number,
  height: number,
  extract: z.boolean(),
  extractAnchor: json,
  value: text,
  binding: text,
  validation: json,
  fontSize: wholeNumber,
  data: json,
});

export const approvalReply = z.object({
  id: text,
  name: text,
  role: z.string(),
  optional: flag,
  enforceCaptureSignature: flag,
  accepted: text,
  signed: text,
  disabled: flag,
  fromFile: flag,
  fromFileData: json,
  data: json,
  fields: z.array(fieldReply).nullable().optional(),
});

const pageReply = z.object({
  id: z.string(),
  index: z.int(),
  version: z.int(),
  left: number,
  top: number,
  width: number,
  height: number,
});

export const documentReply = z.object({
  id: z.string(),
  name: z.string(),
  status: text,
  description: z.string(),
  index: z.int(),
  size: z.int(),
  pages: z.array(pageReply),
  extract: z.boolean(),
  extractionTypes: z.array(z.string()),
  tagged: z.boolean(),
  fields: z.array(fieldReply),
  approvals: z.array(approvalReply),
  imprintFields: json,
  external: json,
  externalSigned: flag,
  signedHash: text,
  signerVerificationToken: text,
  data: json,
});

export type FieldReply = z.output<typeof fieldReply>;
export type ApprovalReply = z.output<typeof approvalReply>;
export type PageReply = z.output<typeof pageReply>;
export type DocumentReply = z.output<typeof documentReply>;
