import * as z from 'zod';
import { documentReply } from '../documents/documentReplies';
import { roleReply } from '../replies';
import { json, nullableText } from '../replyValues';
import { senderReply, userReply } from './senderReply';

const messageReply = z.object({
  content: z.string(),
  created: z.string(),
  status: z.string(),
  from: userReply,
  to: z.array(userReply),
  documents: z.array(documentReply),
});

export const packageReply = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  type: z.string(),
  description: z.string(),
  emailMessage: z.string(),
  language: nullableText,
  due: nullableText,
  autocomplete: z.boolean(),
  visibility: z.string(),
  timezoneId: nullableText,
  notarized: z.boolean(),
  notaryRoleId: nullableText,
  consent: nullableText,
  trashed: z.boolean(),
  bulkSendable: z.boolean(),
  created: z.string(),
  updated: z.string(),
  completed: nullableText,
  sender: senderReply,
  settings: json,
  limits: json,
  signedDocumentDelivery: json,
  roles: z.array(roleReply),
  documents: z.array(documentReply),
  messages: z.array(messageReply),
  data: json,
});

export const packageListReply = z.object({ count: z.int(), results: z.array(packageReply) });

/** Conga answers the whole package, OneSpan nothing but its ID. */
export const creationReply = z.union([packageReply, z.object({ id: z.string() })]);

/** Conga answers the whole package, OneSpan nothing. */
export const changeReply = z.union([packageReply, z.undefined()]);

export type PackageReply = z.output<typeof packageReply>;
