import * as z from 'zod';
import { phpMap } from './fields';

/* What the API answers: the parts that the product reads, and those that the documentation prints. */

const text = z.string().nullable().optional();
const flag = z.boolean().nullable().optional();
const map = phpMap(z.record(z.string(), z.json())).nullable().optional();

export const fileReply = z.object({
  id: z.string(),
  name: text,
  type: text,
  contentType: text,
  description: text,
  createdAt: text,
  updatedAt: text,
  sha256: text,
  metadata: map,
  workspace: text,
  // Its name until 2018.
  company: text,
  creator: text,
  protected: flag,
  position: z.int().nullable().optional(),
  parent: text,
});

const fileObject = {
  id: z.string(),
  page: z.int().nullable().optional(),
  position: text,
  fieldName: text,
  mention: text,
  mention2: text,
  createdAt: text,
  updatedAt: text,
  executedAt: text,
  parent: text,
  reason: text,
  type: text,
  contentRequired: flag,
  content: text,
  fontFamily: text,
  fontSize: z.int().nullable().optional(),
  fontColor: text,
};

const person = {
  id: z.string(),
  user: text,
  type: text,
  firstname: text,
  lastname: text,
  email: text,
  phone: text,
  position: z.int().nullable().optional(),
  createdAt: text,
  updatedAt: text,
  finishedAt: text,
  status: z.string(),
  comment: text,
  parent: text,
  contact: text,
  fields: z.json().optional(),
};

/** Of a file object the file is an ID, the member an object. Within a member it is the other way round. */
export const fileObjectReply = z.object({
  ...fileObject,
  file: z.union([z.string(), fileReply]),
  member: z.object(person).nullable().optional(),
});

export const memberReply = z.object({
  ...person,
  fileObjects: z.array(z.object({ ...fileObject, file: z.union([fileReply, z.string()]) })).optional(),
  procedure: text,
  notificationsEmail: z.array(z.json()).optional(),
  operationLevel: text,
  operationCustomModes: z.array(z.string()).nullable().optional(),
  operationModeSmsConfig: map,
  operationModeEmailConfig: map,
});

export type MemberReply = z.output<typeof memberReply>;

export const procedureReply = z.object({
  id: z.string(),
  name: text,
  description: text,
  createdAt: text,
  updatedAt: text,
  finishedAt: text,
  expiresAt: text,
  status: z.string(),
  creator: text,
  creatorFirstName: text,
  creatorLastName: text,
  workspace: text,
  company: text,
  template: flag,
  ordered: flag,
  parent: text,
  metadata: map,
  config: map,
  members: z.array(memberReply).optional(),
  subscribers: z.array(z.json()).optional(),
  files: z.array(fileReply).optional(),
  relatedFilesEnable: flag,
  archive: flag,
  archiveMetadata: map,
  fields: map,
  permissions: map,
});

export type ProcedureReply = z.output<typeof procedureReply>;

const group = z.object({ id: text, name: text, permissions: z.array(z.string()).optional() });

export const userReply = z.object({
  id: z.string(),
  firstname: text,
  lastname: text,
  email: text,
  title: text,
  phone: text,
  status: text,
  organization: text,
  workspaces: z.array(z.object({ id: text, name: text })).optional(),
  permission: text,
  group: group.nullable().optional(),
  createdAt: text,
  updatedAt: text,
  deleted: flag,
  config: map,
});

export type UserReply = z.output<typeof userReply>;
