import * as z from 'zod';
import { json, ownValues, text } from '../replyValues';

const person = {
  id: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  name: z.string(),
  company: z.string(),
  title: text,
  phone: text,
  language: text,
  timezoneId: z.string(),
  address: json,
  signature: json,
  external: json,
  data: json,
  created: text,
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
  activated: text,
  locked: text,
  memberships: z.array(z.unknown()),
  hasDelegates: z.boolean(),
});

export type UserReply = z.output<typeof userReply>;
export type SenderReply = z.output<typeof senderReply>;
