import * as z from 'zod';
import { json, nullableFlag, nullableNumber, nullableText, nullableWholeNumber } from '../replyValues';

/* Documents with who signs them where, as OneSpan's description requires them and Conga's knows them. */

export const fieldReply = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  subtype: z.string(),
  page: z.int(),
  left: nullableNumber,
  top: nullableNumber,
  width: nullableNumber,
  height: nullableNumber,
  extract: z.boolean(),
  extractAnchor: json,
  value: nullableText,
  binding: nullableText,
  validation: json,
  fontSize: nullableWholeNumber,
  data: json,
});

export const approvalReply = z.object({
  id: nullableText,
  name: nullableText,
  role: z.string(),
  optional: nullableFlag,
  enforceCaptureSignature: nullableFlag,
  accepted: nullableText,
  signed: nullableText,
  disabled: nullableFlag,
  fromFile: nullableFlag,
  fromFileData: json,
  data: json,
  fields: z.array(fieldReply).nullable().optional(),
});

const pageReply = z.object({
  id: z.string(),
  index: z.int(),
  version: z.int(),
  left: nullableNumber,
  top: nullableNumber,
  width: nullableNumber,
  height: nullableNumber,
});

export const documentReply = z.object({
  id: z.string(),
  name: z.string(),
  status: nullableText,
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
  externalSigned: nullableFlag,
  signedHash: nullableText,
  signerVerificationToken: nullableText,
  data: json,
});

export type FieldReply = z.output<typeof fieldReply>;
export type ApprovalReply = z.output<typeof approvalReply>;
export type PageReply = z.output<typeof pageReply>;
export type DocumentReply = z.output<typeof documentReply>;
