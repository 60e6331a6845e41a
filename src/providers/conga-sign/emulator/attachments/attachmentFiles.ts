import type { Rejection } from '../../../../core/emulation';
import { refuse } from '../../failures';
import type { EmulatedPackage, EmulatedRole } from '../state';
import type { AttachedFile } from './attachedFile';

/** What a signer must attach, and what is there of it. */
export interface WantedAttachment {
  readonly role: EmulatedRole;
  readonly id: string;
  readonly name: string;
  readonly files: readonly AttachedFile[];
}

export function attachmentAt(holder: EmulatedPackage, id: string): WantedAttachment | Rejection {
  for (const role of holder.roles) {
    const found = attachmentsOf(holder, role).find((one) => one.id === id);
    if (found !== undefined) return found;
  }
  return refuse('attachment-not-found');
}

export function attachmentsOf({ attached }: EmulatedPackage, role: EmulatedRole): readonly WantedAttachment[] {
  return role.body.attachmentRequirements.map(({ id, name }) => ({ role, id, name, files: attached.get(id) ?? [] }));
}

/** Keeps the files, and shows them in the role: with one there it is complete until the sender rejects it. */
export function setFiles(
  holder: EmulatedPackage,
  { role, id }: WantedAttachment,
  files: readonly AttachedFile[],
): void {
  holder.attached.set(id, files);
  const attachmentRequirements = role.body.attachmentRequirements.map((one) =>
    one.id === id ? { ...one, status: files.length > 0 ? 'COMPLETE' : 'INCOMPLETE', files: files.map(viewFile) } : one,
  );
  role.body = { ...role.body, attachmentRequirements };
}

function viewFile({ id, name, insertedAt }: AttachedFile) {
  return { id, name, insertDate: insertedAt, preview: false };
}

/** Such a package is not completed by itself, so that the sender can look at what was attached. */
export function wantsAttachments({ roles }: EmulatedPackage): boolean {
  return roles.some(({ body }) => body.attachmentRequirements.some(({ required }) => required));
}
