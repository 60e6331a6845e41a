import * as z from 'zod';
import { ask } from '../../kit/calls';
import { factsOfPath } from '../../kit/facts';
import { fullName } from '../../kit/fullName';
import { packagePath } from './operations/fields';
import { getPackage } from './operations/packages/readPackages';
import { nullableFlag, nullableText, nullableWholeNumber } from './operations/replyValues';

/** What rules need to know about a package; the emulator takes them from its state. */
export interface PackageFacts {
  readonly id: string;
  readonly name: string;
  /** The API's own word. */
  readonly status: string;
  readonly documents: number;
  /** The same one by one, as far as they have IDs. */
  readonly papers: readonly DocumentFacts[];
  readonly roles: readonly RoleFacts[];
}

export interface DocumentFacts {
  readonly id: string;
  readonly name: string;
  readonly approvals: readonly ApprovalFacts[];
}

interface ApprovalFacts {
  readonly id: string;
  readonly role: string;
  readonly fields: readonly { readonly id: string; readonly name: string }[];
}

export interface RoleFacts {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly index: number;
  readonly locked: boolean;
  /** Ad hoc: its members sign for it. */
  readonly isGroup: boolean;
  readonly signers: readonly SignerFacts[];
  /** Undefined when nothing in the package is left to this role to sign, or the reply does not tell. */
  readonly signed: boolean | undefined;
}

export interface SignerFacts {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
}

/** Facts of the package that the path names. */
export const loadPackageFacts = factsOfPath(packagePath, async (path, call) =>
  packageFacts(packageRead.parse(await ask(call, getPackage, { path }))),
);

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).nullable().optional();

const signerRead = z.object({
  id: nullableText,
  email: nullableText,
  firstName: nullableText,
  lastName: nullableText,
  phone: nullableText,
  signerType: nullableText,
});

const roleRead = z.object({
  id: z.string(),
  name: nullableText,
  type: nullableText,
  index: nullableWholeNumber,
  locked: nullableFlag,
  signers: listOf(signerRead),
});

const approvalRead = z.object({
  id: nullableText,
  role: nullableText,
  optional: nullableFlag,
  signed: nullableText,
  accepted: nullableText,
  fields: listOf(z.object({ id: nullableText, name: nullableText })),
});

export const documentRead = z.object({ id: nullableText, name: nullableText, approvals: listOf(approvalRead) });

/** What is read of a package. Servers may leave out what descriptions require; what is not read may be of any shape. */
export const packageRead = z.object({
  id: z.string(),
  name: nullableText,
  status: nullableText,
  roles: listOf(roleRead),
  documents: listOf(documentRead),
});

export type PackageRead = z.output<typeof packageRead>;
type RoleRead = z.output<typeof roleRead>;
type DocumentRead = z.output<typeof documentRead>;

export function packageFacts(reply: PackageRead): PackageFacts {
  const documents = reply.documents ?? [];
  const approvals = approvalsByRole(documents);
  return {
    id: reply.id,
    name: reply.name ?? reply.id,
    status: reply.status ?? '',
    documents: documents.length,
    papers: documents.flatMap(documentFacts),
    roles: (reply.roles ?? []).map((role) => roleFacts(role, approvals)),
  };
}

export function isDraft({ status }: PackageFacts): boolean {
  return status === 'DRAFT';
}

/** The role's signer, or its name as long as nobody takes it. */
export function titleOf({ id, name, signers: [signer] }: RoleFacts): string {
  return signer?.email || fullName(signer?.firstName, signer?.lastName) || name || id;
}

/** Whose turn it is: the lowest order among those who have not signed. */
export function isTurnOf(role: RoleFacts, roles: readonly RoleFacts[]): boolean {
  return roles.every((other) => other.signed !== false || other.index >= role.index);
}

function documentFacts({ id, name, approvals }: DocumentRead): readonly DocumentFacts[] {
  if (id == null) return [];
  return [{ id, name: name ?? id, approvals: (approvals ?? []).flatMap(approvalFacts) }];
}

function approvalFacts({ id, role, fields }: Approval): readonly ApprovalFacts[] {
  if (id == null) return [];
  const named = (fields ?? []).flatMap((field) =>
    field.id == null ? [] : [{ id: field.id, name: field.name ?? field.id }],
  );
  return [{ id, role: role ?? '', fields: named }];
}

function roleFacts(role: RoleRead, approvals: Approvals): RoleFacts {
  return {
    id: role.id,
    name: role.name ?? '',
    type: role.type ?? 'SIGNER',
    index: role.index ?? 0,
    locked: role.locked ?? false,
    isGroup: role.signers?.[0]?.signerType === 'AD_HOC_GROUP_SIGNER',
    signers: (role.signers ?? []).map((signer) => ({
      id: signer.id ?? '',
      email: signer.email ?? '',
      firstName: signer.firstName ?? '',
      lastName: signer.lastName ?? '',
      phone: signer.phone ?? '',
    })),
    signed: hasSigned(role, approvals),
  };
}

/** Approvals name their role by its ID in examples, by its name in the description. */
function hasSigned({ id, name }: RoleRead, approvals: Approvals): boolean | undefined {
  const own = [...new Set([id, name])].flatMap((key) => approvals.get(key) ?? []);
  return own.length === 0 ? undefined : own.every(({ signed, accepted }) => signed ?? accepted);
}

type Approval = z.output<typeof approvalRead>;
type Approvals = ReadonlyMap<string | null | undefined, readonly Approval[]>;

/** Those that must be given, collected once for all roles. */
function approvalsByRole(documents: readonly DocumentRead[]): Approvals {
  const byRole = new Map<string, Approval[]>();
  for (const approval of documents.flatMap((document) => document.approvals ?? [])) {
    const { role, optional } = approval;
    if (role == null || optional === true) continue;
    const known = byRole.get(role);
    if (known === undefined) byRole.set(role, [approval]);
    else known.push(approval);
  }
  return byRole;
}
