import * as z from 'zod';
import { ask } from '../../kit/calls';
import { factsOfPath } from '../../kit/facts';
import { fullName } from '../../kit/fullName';
import { packagePath } from './operations/fields';
import { getPackage } from './operations/packages/readPackages';
import { flag, text, wholeNumber } from './operations/replyValues';

/** What rules need to know about a package; the emulator takes them from its state. */
export interface PackageFacts {
  readonly id: string;
  readonly name: string;
  /** The API's own word. */
  readonly status: string;
  readonly documents: number;
  readonly roles: readonly RoleFacts[];
}

export interface RoleFacts {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly index: number;
  readonly locked: boolean;
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

const signerRead = z.object({ id: text, email: text, firstName: text, lastName: text, phone: text });

const roleRead = z.object({
  id: z.string(),
  name: text,
  type: text,
  index: wholeNumber,
  locked: flag,
  signers: listOf(signerRead),
});

const approvalRead = z.object({ role: text, optional: flag, signed: text, accepted: text });

/** What is read of a package. Servers may leave out what descriptions require; what is not read may be of any shape. */
export const packageRead = z.object({
  id: z.string(),
  name: text,
  status: text,
  roles: listOf(roleRead),
  documents: listOf(z.object({ approvals: listOf(approvalRead) })),
});

export type PackageRead = z.output<typeof packageRead>;
type RoleRead = z.output<typeof roleRead>;
type DocumentRead = NonNullable<PackageRead['documents']>[number];

export function packageFacts(reply: PackageRead): PackageFacts {
  const documents = reply.documents ?? [];
  const approvals = approvalsByRole(documents);
  return {
    id: reply.id,
    name: reply.name ?? reply.id,
    status: reply.status ?? '',
    documents: documents.length,
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

function roleFacts(role: RoleRead, approvals: Approvals): RoleFacts {
  return {
    id: role.id,
    name: role.name ?? '',
    type: role.type ?? 'SIGNER',
    index: role.index ?? 0,
    locked: role.locked ?? false,
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
