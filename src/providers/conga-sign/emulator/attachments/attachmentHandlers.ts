import { nameOfDataUri } from '../../../../core/attachments/dataUri';
import { type Caller, type EmulatorTools, isRejection, type Rejection } from '../../../../core/emulation';
import { zip } from '../../../../kit/files/zip';
import { refuse } from '../../failures';
import { tell } from '../events/callbacks';
import { type EmulatedPackage, type EmulatedRole, type Handlers, packageAt, roleAt, type State } from '../state';
import type { AttachedFile } from './attachedFile';
import { attachmentAt, attachmentsOf, setFiles, type WantedAttachment } from './attachmentFiles';

export const attachmentHandlers: Pick<
  Handlers,
  | 'uploadAttachment'
  | 'downloadAttachment'
  | 'downloadAttachmentFile'
  | 'deleteAttachmentFile'
  | 'downloadAttachments'
  | 'downloadRoleAttachments'
  | 'hasAttachment'
  | 'hasAttachmentFile'
  | 'hasRoleAttachments'
> = {
  uploadAttachment: (context) => {
    const found = placeOf(context);
    if (isRejection(found)) return found;
    const { holder, attachment } = found;
    const { state, values, tools, caller, upload } = context;
    const { file, fileName } = values.body;
    state.files += 1;
    const added: AttachedFile = {
      id: state.files,
      name: fileName || nameOfDataUri(file) || 'attachment',
      mediaType: /^data:([^;,]+)/.exec(file)?.[1] ?? 'application/octet-stream',
      content: upload('file')?.slice() ?? new Uint8Array(),
      insertedAt: tools.now(),
    };
    setFiles(holder, attachment, [...attachment.files, added]);
    const sessionUser = isSigner(state, caller) ? attachment.role.body.id : holder.sender.id;
    tell(state, holder, { name: 'PACKAGE_ATTACHMENT', sessionUser, message: attachment.name }, tools);
    return { status: 200 };
  },
  downloadAttachment: (context) => {
    const found = placeOf(context);
    if (isRejection(found)) return found;
    const newest = found.attachment.files.at(-1);
    return newest === undefined ? refuse('attachment-empty') : asFile(newest);
  },
  downloadAttachmentFile: (context) => {
    const found = placeOf(context);
    if (isRejection(found)) return found;
    const wanted = fileIn(found.attachment, context.values.path.fileId);
    return wanted === undefined ? refuse('attachment-file-not-found') : asFile(wanted);
  },
  deleteAttachmentFile: (context) => {
    const found = placeOf(context);
    if (isRejection(found)) return found;
    const { holder, attachment } = found;
    const wanted = fileIn(attachment, context.values.path.fileId);
    if (wanted === undefined) return refuse('attachment-file-not-found');
    setFiles(
      holder,
      attachment,
      attachment.files.filter((one) => one !== wanted),
    );
    return { status: 200 };
  },
  downloadAttachments: ({ state, values: { path }, tools }) => {
    const holder = packageAt(state, path.packageId, tools.now());
    return isRejection(holder) ? holder : zipped(holder, holder.roles);
  },
  downloadRoleAttachments: ({ state, values: { path }, tools }) => {
    const holder = packageAt(state, path.packageId, tools.now());
    if (isRejection(holder)) return holder;
    const role = roleAt(holder, path.roleId);
    return isRejection(role) ? role : zipped(holder, [role]);
  },
  // Of what is not there nothing exists: that is an answer, too.
  hasAttachment: ({ state, values: { path }, tools }) => {
    const holder = packageAt(state, path.packageId, tools.now());
    if (isRejection(holder)) return holder;
    const found = attachmentAt(holder, path.attachmentId);
    return told(!isRejection(found) && found.files.length > 0);
  },
  hasAttachmentFile: ({ state, values: { path }, tools }) => {
    const holder = packageAt(state, path.packageId, tools.now());
    if (isRejection(holder)) return holder;
    const found = attachmentAt(holder, path.attachmentId);
    return told(!isRejection(found) && fileIn(found, path.fileId) !== undefined);
  },
  hasRoleAttachments: ({ state, values: { path }, tools }) => {
    const holder = packageAt(state, path.packageId, tools.now());
    if (isRejection(holder)) return holder;
    const role = roleAt(holder, path.roleId);
    return told(!isRejection(role) && attachmentsOf(holder, role).some(({ files }) => files.length > 0));
  },
};

interface InAttachment {
  readonly state: State;
  readonly values: { readonly path: { readonly packageId: string; readonly attachmentId: string } };
  readonly tools: EmulatorTools;
  readonly caller: Caller;
}

interface Place {
  readonly holder: EmulatedPackage;
  readonly attachment: WantedAttachment;
}

/** Signers find their own attachments only. */
function placeOf({ state, values: { path }, tools, caller }: InAttachment): Place | Rejection {
  const holder = packageAt(state, path.packageId, tools.now());
  if (isRejection(holder)) return holder;
  const attachment = attachmentAt(holder, path.attachmentId);
  if (isRejection(attachment)) return attachment;
  const session = state.signerTokens.get(caller.account);
  const isOwn = session === undefined || isOf(session, holder, attachment.role);
  return isOwn ? { holder, attachment } : refuse('access-denied');
}

function isSigner({ signerTokens }: State, { account }: Caller): boolean {
  return signerTokens.has(account);
}

function isOf(
  { packageId, roleId }: { readonly packageId: string; readonly roleId: string },
  { id }: EmulatedPackage,
  { body }: EmulatedRole,
): boolean {
  return packageId === id && roleId === body.id;
}

function fileIn({ files }: WantedAttachment, fileId: string): AttachedFile | undefined {
  return files.find(({ id }) => String(id) === fileId);
}

function zipped(holder: EmulatedPackage, roles: readonly EmulatedRole[]) {
  const files = roles.flatMap((role) => attachmentsOf(holder, role)).flatMap((one) => one.files);
  if (files.length === 0) return refuse('attachment-empty');
  const entries = files.map(({ id, name, content }) => ({ name: `${id}-${name}`, content }));
  return asFile({ name: 'attachments.zip', mediaType: 'application/zip', content: zip(entries) });
}

function asFile({ name, mediaType, content }: Pick<AttachedFile, 'name' | 'mediaType' | 'content'>) {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return {
    status: 200 as const,
    headers: { 'content-type': mediaType, 'content-disposition': disposition },
    body: content,
  };
}

function told(exists: boolean) {
  return { status: 200 as const, body: { exists } };
}
