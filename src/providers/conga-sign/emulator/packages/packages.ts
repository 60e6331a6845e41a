import { type EmulatorTools, isRejection, type Rejection } from '../../../../core/emulation';
import { ownValue } from '../../../../core/typing/ownValue';
import { onTurn } from '../../../../kit/signing';
import { refuse } from '../../failures';
import type { PackageContent } from '../../operations/packages/packageFields';
import { demoSender } from '../account';
import { blankFile, uploadedFile } from '../documents/files';
import { type EmulatedFile, newDocument } from '../documents/newDocument';
import { newRole } from '../roles';
import { mailRoles } from '../signingPages';
import {
  type EmulatedPackage,
  expire,
  type Handlers,
  type PackageStatus,
  type PackageValues,
  packageAt,
  type State,
  signingRoles,
  turns,
} from '../state';
import { viewPackage } from './packageView';

export const packageHandlers: Pick<
  Handlers,
  | 'createPackage'
  | 'createPackageWithDocument'
  | 'listPackages'
  | 'getPackage'
  | 'sendPackage'
  | 'updatePackage'
  | 'deletePackage'
  | 'getSigningStatus'
> = {
  createPackage: ({ state, values: { body }, tools }) => create(state, body, tools),
  createPackageWithDocument: ({ state, values: { body }, tools, upload }) => {
    const { documents = [{ name: body.payload.name ?? 'Document' }] } = body.payload;
    return create(state, { ...body.payload, documents }, tools, [uploadedFile(body.file, upload('file'))]);
  },
  listPackages: ({ state, values: { query }, tools }) => {
    const { ownerEmail = demoSender.email } = query;
    if (ownerEmail.toLowerCase() !== demoSender.email) return refuse('access-denied');
    const own = [...state.packages.values()].filter(({ refusal }) => refusal === undefined);
    for (const item of own) expire(item, tools.now());
    const found = sorted(
      own.filter((item) => matches(item, query)),
      query,
    );
    // Samples count from 0 as well as from 1: both are the first record.
    const page = found.slice(Math.max(query.from ?? 1, 1) - 1, query.to);
    return { status: 200, body: { count: found.length, results: page.map(viewPackage) } };
  },
  getPackage: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    return isRejection(found) ? found : { status: 200, body: viewPackage(found) };
  },
  sendPackage: ({ state, values: { path, body }, tools }) => update(state, path.packageId, body, tools),
  updatePackage: ({ state, values: { path, body }, tools }) => update(state, path.packageId, body, tools),
  deletePackage: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    state.packages.delete(found.id);
    return { status: 204 };
  },
  getSigningStatus: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    return isRejection(found) ? found : { status: 200, body: { status: signingStatusOf(found) } };
  },
};

/** Everybody has signed: the package is complete, unless the sender wants to review it first. */
export function completeIfSigned(holder: EmulatedPackage, now: number): void {
  const isSigned = signingRoles(holder).every(({ signedAt }) => signedAt !== undefined);
  if (isSigned && holder.values.autocomplete !== false) setStatus(holder, 'COMPLETED', now);
}

/** Documents get the files in their order. */
export function newPackage(
  id: string,
  content: PackageContent,
  tools: EmulatorTools,
  files: readonly EmulatedFile[] = [],
): EmulatedPackage {
  const { roles = [], documents = [], status = 'DRAFT', ...values } = content;
  const now = tools.now();
  return {
    id,
    values,
    status,
    roles: roles.map((role) => newRole(role, tools)),
    documents: documents.map((document, index) =>
      newDocument(document, { index: index + 1, file: files[index] ?? blankFile(document) }, tools),
    ),
    messages: [],
    createdAt: now,
    updatedAt: now,
    completedAt: undefined,
    refusal: undefined,
  };
}

function create(state: State, content: PackageContent, tools: EmulatorTools, files?: readonly EmulatedFile[]) {
  const ids = (content.roles ?? []).flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) return refuse('role-id-taken');
  const created = newPackage(`${tools.hex(27)}=`, content, tools, files);
  state.packages.set(created.id, created);
  if (created.status === 'SENT') mailFirst(created, tools);
  return { status: 200 as const, body: viewPackage(created) };
}

/** Those who sign first are told. */
function mailFirst(holder: EmulatedPackage, tools: EmulatorTools): void {
  mailRoles(holder, onTurn(signingRoles(holder), turns), 'invitation', tools);
}

type PackageChange = PackageValues & { readonly status?: PackageStatus | undefined };

function update(state: State, id: string, { status, ...values }: PackageChange, tools: EmulatorTools) {
  const found: EmulatedPackage | Rejection = packageAt(state, id, tools.now());
  if (isRejection(found)) return found;
  found.values = { ...found.values, ...values };
  found.updatedAt = tools.now();
  const isSent = status === 'SENT' && found.status !== 'SENT';
  if (status !== undefined) setStatus(found, status, tools.now());
  if (isSent) mailFirst(found, tools);
  return { status: 200 as const, body: viewPackage(found) };
}

function setStatus(holder: EmulatedPackage, status: PackageStatus, now: number): void {
  holder.status = status;
  holder.updatedAt = now;
  holder.completedAt = status === 'COMPLETED' ? now : undefined;
}

/** The words of the Java SDK; Conga's description names COMPLETED only. */
function signingStatusOf(holder: EmulatedPackage): string {
  if (holder.status !== 'SENT') return holder.status;
  const isSigned = signingRoles(holder).every(({ signedAt }) => signedAt !== undefined);
  return isSigned ? 'SIGNING_COMPLETED' : 'SIGNING_PENDING';
}

type Query = Parameters<Handlers['listPackages']>[0]['values']['query'];

function matches(item: EmulatedPackage, { query, predefined, search, type }: Query): boolean {
  const { name = '', description = '' } = item.values;
  if ((query === 'trashed') !== (item.values.trashed ?? false)) return false;
  if (query !== undefined && query !== 'trashed' && (query === 'drafts') !== (item.status === 'DRAFT')) return false;
  if (predefined !== undefined && item.status.toLowerCase() !== predefined.toLowerCase()) return false;
  if (type !== undefined && (item.values.type ?? 'PACKAGE') !== type) return false;
  return search === undefined || `${name}\n${description}`.toLowerCase().includes(search.toLowerCase());
}

/** The one that changed last comes first, when the query does not say otherwise. */
function sorted(
  items: readonly EmulatedPackage[],
  { sort = 'updated', dir = 'desc' }: Query,
): readonly EmulatedPackage[] {
  const key = (item: EmulatedPackage): string => {
    const value = ownValue(viewPackage(item), sort);
    return typeof value === 'string' ? value : '';
  };
  const sign = dir === 'asc' ? 1 : -1;
  return [...items].sort((one, other) => sign * key(one).localeCompare(key(other)));
}
