import { type EmulatorTools, type HandlerContext, isRejection, type Rejection } from '../../../../core/emulation';
import { onTurn } from '../../../../kit/signing';
import { refuse } from '../../failures';
import { oneSpan } from '../../operations/oneSpan';
import type { PackageContent } from '../../operations/packages/packageFields';
import { isSender, senderOf } from '../account';
import { wantsAttachments } from '../attachments/attachmentFiles';
import { nothingIn } from '../dialects';
import { blankFile, uploadedFiles } from '../documents/files';
import { type EmulatedFile, newDocument } from '../documents/newDocument';
import { tell } from '../events/callbacks';
import { tellCreation, tellStatus, tellTrash } from '../events/statusEvents';
import { planReminders } from '../reminders/schedule';
import { newRole } from '../roles';
import { mailRoles } from '../signingPages';
import {
  type EmulatedPackage,
  type Handlers,
  hasSignedAll,
  type PackageStatus,
  type PackageValues,
  packageAt,
  type State,
  signingRoles,
  turns,
} from '../state';
import { listPackages } from './listPackages';
import { viewPackage } from './packageView';

export const packageHandlers: Pick<
  Handlers,
  | 'createPackage'
  | 'createPackageWithDocument'
  | 'listPackages'
  | 'getPackage'
  | 'sendPackage'
  | 'changeStatus'
  | 'updatePackage'
  | 'deletePackage'
  | 'getSigningStatus'
> = {
  createPackage: (context) => create(context, context.values.body),
  createPackageWithDocument: (context) => {
    const { body } = context.values;
    const files = uploadedFiles(body.file, context.uploads);
    const named = files.map(({ name }) => ({ name: body.payload.name ?? name }));
    const { documents = named } = body.payload;
    return create(context, { ...body.payload, documents }, files);
  },
  listPackages: ({ state, values: { query }, caller }) => {
    const { ownerEmail = senderOf(state, caller).email } = query;
    if (!isSender(state, ownerEmail)) return refuse('access-denied');
    const { count, page } = listPackages(state, { ...query, ownerEmail });
    return { status: 200, body: { count, results: page.map(viewPackage) } };
  },
  getPackage: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    return isRejection(found) ? found : { status: 200, body: viewPackage(found) };
  },
  sendPackage: (context) => update(context, context.values.body),
  changeStatus: (context) => update(context, context.values.body),
  updatePackage: (context) => update(context, context.values.body),
  deletePackage: ({ state, values: { path }, tools, dialect }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    state.packages.delete(found.id);
    tell(state, found, { name: 'PACKAGE_DELETE', sessionUser: found.sender.id }, tools);
    return nothingIn(dialect);
  },
  getSigningStatus: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    return isRejection(found) ? found : { status: 200, body: { status: signingStatusOf(found) } };
  },
};

/** Everybody has signed: the package is complete, unless the sender wants to look at it first. */
export function completeIfSigned(holder: EmulatedPackage, now: number): void {
  const isLeftToSender = holder.values.autocomplete === false || wantsAttachments(holder);
  if (hasSignedAll(holder) && !isLeftToSender) setStatus(holder, 'COMPLETED', now);
}

/** Documents get the files in their order. */
export function newPackage(
  { id, sender }: Pick<EmulatedPackage, 'id' | 'sender'>,
  content: PackageContent,
  tools: EmulatorTools,
  files: readonly EmulatedFile[] = [],
): EmulatedPackage {
  const { roles = [], documents = [], status = 'DRAFT', ...values } = content;
  const now = tools.now();
  return {
    id,
    sender,
    values,
    status,
    roles: roles.map((role) => newRole(role, sender, tools)),
    documents: documents.map((document, index) =>
      newDocument(document, { index: index + 1, file: files[index] ?? blankFile(document) }, tools),
    ),
    messages: [],
    schedule: undefined,
    attached: new Map(),
    createdAt: now,
    updatedAt: now,
    completedAt: undefined,
    refusal: undefined,
  };
}

/** Conga answers the package, OneSpan its ID. */
function create(
  { state, caller, tools, dialect }: HandlerContext<State>,
  content: PackageContent,
  files?: readonly EmulatedFile[],
) {
  const ids = (content.roles ?? []).flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) return refuse('role-id-taken');
  const created = newPackage({ id: `${tools.hex(27)}=`, sender: senderOf(state, caller) }, content, tools, files);
  state.packages.set(created.id, created);
  if (created.status === 'SENT') startSigning(created, tools);
  tellCreation(state, created, tools);
  return { status: 200 as const, body: dialect === oneSpan ? { id: created.id } : viewPackage(created) };
}

/** Those who sign first are told, and when they are reminded is settled. */
function startSigning(holder: EmulatedPackage, tools: EmulatorTools): void {
  planReminders(holder, tools.now());
  mailRoles(holder, onTurn(signingRoles(holder), turns), 'invitation', tools);
}

type PackageChange = PackageValues & {
  readonly status?: PackageStatus | undefined;
  readonly messages?: readonly MessageInput[] | undefined;
};

interface MessageInput {
  readonly content?: string | undefined;
  readonly from?: { readonly id?: string | undefined } | undefined;
}

type InPackage = HandlerContext<State, { readonly path: { readonly packageId: string } }>;

/** Conga answers the package, OneSpan nothing. */
function update({ state, values: { path }, tools, dialect }: InPackage, change: PackageChange) {
  const found: EmulatedPackage | Rejection = packageAt(state, path.packageId, tools.now());
  if (isRejection(found)) return found;
  const { status, messages = [], ...values } = change;
  const { status: before, values: earlier } = found;
  found.values = { ...earlier, ...values };
  found.updatedAt = tools.now();
  if (status !== undefined && status !== before) changeStatusOf(found, status, messages, tools);
  tellTrash(state, found, earlier.trashed ?? false, tools);
  tellStatus(state, found, before, tools, { message: messages[0]?.content });
  return { status: 200 as const, body: dialect === oneSpan ? undefined : viewPackage(found) };
}

function changeStatusOf(
  holder: EmulatedPackage,
  status: PackageStatus,
  messages: readonly MessageInput[],
  tools: EmulatorTools,
): void {
  setStatus(holder, status, tools.now());
  if (status === 'SENT') startSigning(holder, tools);
  if (status !== 'DECLINED' && status !== 'OPTED_OUT') return;
  for (const { content = '', from } of messages) {
    const role = holder.roles.find(({ body }) => body.id === from?.id) ?? holder.roles[0];
    if (role !== undefined) holder.messages.push({ content, created: tools.now(), from: role.body });
  }
}

function setStatus(holder: EmulatedPackage, status: PackageStatus, now: number): void {
  holder.status = status;
  holder.updatedAt = now;
  holder.completedAt = status === 'COMPLETED' ? now : undefined;
}

/** The words of the Java SDK; Conga's description names COMPLETED only. */
function signingStatusOf(holder: EmulatedPackage): string {
  if (holder.status !== 'SENT') return holder.status;
  return hasSignedAll(holder) ? 'SIGNING_COMPLETED' : 'SIGNING_PENDING';
}
