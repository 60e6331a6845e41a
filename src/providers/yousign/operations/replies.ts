import * as z from 'zod';
import { phpMap } from './fields';

/*
 * What the API answers. What the documentation prints is always there; what only later or earlier descriptions have may
 * be missing. Requests take from here what can be sent back (see `asAnswered`).
 */

const text = z.string();
const orNull = z.string().nullable();
const map = phpMap(z.record(z.string(), z.json()));
/** Of a message with the security code. */
const ownText = z.record(z.string(), z.string());

/** `company` is what the workspace was called until 2018. */
const place = { workspace: text.optional(), company: text.optional() };

export const fileRecordReply = z.object({
  id: text,
  name: text,
  type: text,
  contentType: text,
  description: orNull,
  createdAt: text,
  updatedAt: text,
  sha256: text,
  metadata: map,
  ...place,
  creator: orNull,
  protected: z.boolean(),
  position: z.int(),
  parent: orNull,
});

const fileObject = {
  id: text,
  page: z.int().nullable(),
  position: orNull,
  fieldName: orNull,
  mention: orNull,
  mention2: orNull,
  createdAt: text,
  updatedAt: text,
  executedAt: orNull.optional(),
  parent: orNull,
  reason: orNull.optional(),
  type: text.optional(),
  contentRequired: z.boolean().optional(),
  content: orNull.optional(),
  fontFamily: text.optional(),
  fontSize: z.int().optional(),
  fontColor: text.optional(),
};

const person = {
  id: text,
  user: orNull,
  type: text,
  firstname: orNull,
  lastname: orNull,
  email: orNull,
  phone: orNull,
  position: z.int(),
  createdAt: text,
  updatedAt: text,
  finishedAt: orNull,
  status: text,
  comment: orNull,
  parent: orNull,
  contact: orNull.optional(),
  fields: z.json().optional(),
};

/** Of a file object the file is an ID, the member an object. Within a member it is the other way round. */
export const fileObjectReply = z.object({
  ...fileObject,
  file: z.union([text, fileRecordReply]),
  // One page prints the reason here.
  member: z.object({ ...person, reason: orNull.optional() }).nullable(),
});

/** A file object within its member. */
export const placedReply = z.object({ ...fileObject, file: z.union([fileRecordReply, text]) });

export const memberReply = z.object({
  ...person,
  fileObjects: z.array(placedReply),
  procedure: text.optional(),
  notificationsEmail: z.array(z.json()),
  operationLevel: text,
  operationCustomModes: z.array(text),
  operationModeSmsConfig: ownText.nullable(),
  operationModeEmailConfig: ownText.nullable().optional(),
});

export type MemberReply = z.output<typeof memberReply>;

const byEvent = phpMap(z.record(z.string(), z.array(z.json()))).optional();

/** Whom a procedure tells of its events. */
export const configReply = z.object({
  email: byEvent,
  reminders: z.array(z.json()).optional(),
  webhook: byEvent,
});

export const procedureReply = z.object({
  id: text,
  name: text,
  description: orNull,
  createdAt: text,
  updatedAt: text,
  finishedAt: orNull,
  expiresAt: orNull,
  status: text,
  creator: orNull,
  creatorFirstName: orNull,
  creatorLastName: orNull,
  ...place,
  template: z.boolean(),
  ordered: z.boolean(),
  parent: orNull,
  metadata: map,
  config: phpMap(configReply),
  members: z.array(memberReply),
  subscribers: z.array(z.json()),
  files: z.array(fileRecordReply),
  relatedFilesEnable: z.boolean(),
  archive: z.boolean(),
  archiveMetadata: map,
  fields: map,
  permissions: map,
});

export type ProcedureReply = z.output<typeof procedureReply>;

const group = z.object({ id: text, name: text, permissions: z.array(text) });

export const userReply = z.object({
  id: text,
  firstname: text,
  lastname: text,
  email: text,
  title: orNull,
  phone: orNull,
  status: text,
  organization: text,
  workspaces: z.array(z.object({ id: text, name: text })),
  permission: text,
  group: group.nullable(),
  createdAt: text,
  updatedAt: text,
  deleted: z.boolean().nullable(),
  deletedAt: orNull,
  config: map,
  inweboUserRequest: orNull,
  samlNameId: orNull,
  defaultSignImage: orNull,
  notifications: phpMap(z.record(z.string(), z.union([z.boolean(), z.literal(1), z.literal(0)]))),
  fastSign: z.boolean().nullable(),
  fullName: orNull,
});

export type UserReply = z.output<typeof userReply>;
