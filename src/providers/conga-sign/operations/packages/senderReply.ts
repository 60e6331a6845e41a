import * as z from 'zod';
import { json, nullableText, ownValues } from '../replyValues';

const person = {
  id: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  name: z.string(),
  company: z.string(),
  title: nullableText,
  phone: nullableText,
  language: nullableText,
  timezoneId: z.string(),
  address: json,
  signature: json,
  external: json,
  data: json,
  created: nullableText,
  updated: z.string(),
  ...ownValues,
};

/** Who wrote a message, or is to read it. */
export const userReply = z.object(person);

/** Whose package it is. */
export const senderReply = z.object({
  ...person,
  type: z.string(),
  status: z.string(),
  account: json,
  activated: nullableText,
  locked: nullableText,
  memberships: z.array(z.unknown()),
  hasDelegates: z.boolean(),
});

export type UserReply = z.output<typeof userReply>;
export type SenderReply = z.output<typeof senderReply>;
