import type * as z from 'zod';
import { isoTime, isoTimeOrNull } from '../../../kit/times/isoTime';
import type { fileObjectReply, fileRecordReply, memberReply, procedureReply } from '../operations/replies';
import { expire, fileObjectsOf, filesOf, membersOf } from './records';
import type { EmulatedFile, EmulatedFileObject, EmulatedMember, EmulatedProcedure, State } from './state';
import { workspace } from './users';

/* The state in the API's own shapes. Empty maps are `[]`, as PHP writes them. */

/** A day that no calendar has stays as it was given. */
function asTime(text: string): string {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? text : isoTime(milliseconds);
}

export function viewProcedure(state: State, procedure: EmulatedProcedure, now: number): z.input<typeof procedureReply> {
  const { settings, status } = expire(procedure, now);
  return {
    id: procedure.id,
    name: settings.name ?? '',
    description: settings.description ?? null,
    createdAt: isoTime(procedure.createdAt),
    updatedAt: isoTime(procedure.updatedAt),
    finishedAt: isoTimeOrNull(procedure.finishedAt),
    expiresAt: settings.expiresAt ? asTime(settings.expiresAt) : null,
    status,
    creator: procedure.creator.id,
    creatorFirstName: procedure.creator.firstname ?? null,
    creatorLastName: procedure.creator.lastname ?? null,
    workspace: workspace.id,
    template: procedure.template,
    ordered: settings.ordered ?? false,
    parent: procedure.parent,
    metadata: mapOf(settings.metadata),
    config: mapOf(settings.config),
    members: membersOf(state, procedure).map((member) => memberWithFiles(state, member)),
    subscribers: [],
    files: filesOf(state, procedure).map(viewFile),
    relatedFilesEnable: settings.relatedFilesEnable ?? false,
    archive: settings.archive ?? false,
    archiveMetadata: [],
    fields: [],
    permissions: [],
  };
}

export function viewMember(state: State, member: EmulatedMember): z.input<typeof memberReply> {
  return { ...memberWithFiles(state, member), procedure: member.procedure };
}

/** As a procedure shows its members: the procedure itself is not repeated. */
function memberWithFiles(state: State, member: EmulatedMember): z.input<typeof memberReply> {
  const { settings } = member;
  return {
    ...personOf(member),
    fileObjects: fileObjectsOf(state, member).map((one) => {
      const file = state.files.get(one.file);
      return { ...placementOf(one), file: file ? viewFile(file) : one.file };
    }),
    notificationsEmail: [],
    operationLevel: settings.operationLevel ?? 'custom',
    operationCustomModes: [...(settings.operationCustomModes ?? ['sms'])],
    operationModeSmsConfig: settings.operationModeSmsConfig ?? null,
    operationModeEmailConfig: settings.operationModeEmailConfig ?? null,
  };
}

function personOf({ id, settings, status, comment, ...times }: EmulatedMember) {
  return {
    id,
    user: settings.user ?? null,
    type: settings.type ?? 'signer',
    firstname: settings.firstname ?? null,
    lastname: settings.lastname ?? null,
    email: settings.email ?? null,
    phone: settings.phone ?? null,
    position: settings.position,
    createdAt: isoTime(times.createdAt),
    updatedAt: isoTime(times.updatedAt),
    finishedAt: isoTimeOrNull(times.finishedAt),
    status,
    comment,
    parent: null,
    contact: null,
    fields: null,
  };
}

export function viewFileObject(state: State, one: EmulatedFileObject): z.input<typeof fileObjectReply> {
  const member = one.member === null ? undefined : state.members.get(one.member);
  return { ...placementOf(one), file: one.file, member: member ? personOf(member) : null };
}

function placementOf({ id, placement, createdAt, updatedAt }: EmulatedFileObject) {
  const { type = 'signature' } = placement;
  return {
    id,
    page: placement.page ?? null,
    position: placement.position ?? null,
    fieldName: placement.fieldName ?? null,
    mention: placement.mention ?? null,
    mention2: placement.mention2 ?? null,
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
    parent: null,
    reason: placement.reason ?? 'Signed by Yousign',
    ...(type === 'text' && {
      type,
      contentRequired: placement.contentRequired ?? true,
      content: placement.content ?? null,
      fontFamily: placement.fontFamily ?? 'raleway',
      fontSize: placement.fontSize ?? 12,
      fontColor: placement.fontColor ?? '0,0,0',
    }),
  };
}

export function viewFile(file: EmulatedFile): z.input<typeof fileRecordReply> {
  return {
    id: file.id,
    name: file.name,
    type: file.type,
    contentType: 'application/pdf',
    description: file.description,
    createdAt: isoTime(file.createdAt),
    updatedAt: isoTime(file.updatedAt),
    sha256: file.sha256,
    metadata: mapOf(file.metadata),
    workspace: workspace.id,
    creator: null,
    protected: file.isProtected,
    position: file.position,
    parent: file.parent,
  };
}

/** PHP writes an empty map as a list. */
export function mapOf<Value = z.core.util.JSONType>(map: object | undefined): Record<string, Value> | never[] {
  return map === undefined || Object.keys(map).length === 0 ? [] : { ...map };
}
