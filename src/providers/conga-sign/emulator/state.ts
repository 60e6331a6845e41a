import type { Rejection } from '../../../core/emulation';
import type { HandlersOf } from '../../../kit/defineEmulator';
import { isDue, isWaitingFor, type TurnTaking } from '../../../kit/signing';
import type { Agenda } from '../../../kit/store/agenda';
import type { Lookup } from '../../../kit/store/lookup';
import type { Ranking } from '../../../kit/store/ranking';
import type { Store } from '../../../kit/store/store';
import type { FailureId } from '../failures';
import { refuse } from '../failures';
import type { CallbackReply } from '../operations/callbacks/callbacks';
import type { operations } from '../operations/operations';
import type { PackageContent } from '../operations/packages/packageFields';
import type { SenderReply } from '../operations/packages/senderReply';
import type { RoleReply } from '../operations/replies';
import type { RoleAccess, SignerToken } from './access/accessState';
import type { EmulatedAccount } from './account';
import type { AttachedFile } from './attachments/attachedFile';
import type { EmulatedDocument } from './documents/newDocument';
import type { RegisteredCallback } from './events/registeredCallback';
import { onlyMembers } from './groups/members';
import type { Schedule } from './reminders/scheduleState';

/** Everything the emulator remembers; handlers change it in place. */
export interface State {
  /** By client ID, the first account first. */
  readonly accounts: Map<string, EmulatedAccount>;
  readonly tokens: Map<string, AccessToken>;
  readonly packages: Store<EmulatedPackage>;
  /** By the tokens of the links of their roles. */
  readonly bySession: Lookup<EmulatedPackage>;
  /** By the words of a query, by the time of the last change. */
  readonly listed: Ranking<EmulatedPackage>;
  /** Reminders, and the ends of packages. */
  readonly agenda: Agenda<EmulatedPackage>;
  /** By value. */
  readonly signerTokens: Map<string, SignerToken>;
  callback: CallbackReply | undefined;
  registered: RegisteredCallback | undefined;
  /** How many files were ever attached: each has a number of its own. */
  files: number;
}

/** A handler for every operation; the files beside implement some each. */
export type Handlers = HandlersOf<typeof operations, State>;

export type PackageValues = Omit<PackageContent, 'roles' | 'documents' | 'status'>;
export type PackageStatus = NonNullable<PackageContent['status']>;

export interface AccessToken {
  /** A client ID. */
  readonly account: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface EmulatedPackage {
  readonly id: string;
  /** Whose it is. */
  readonly sender: SenderReply;
  values: PackageValues;
  status: PackageStatus;
  roles: EmulatedRole[];
  documents: EmulatedDocument[];
  /** What signers wrote when they declined. */
  readonly messages: { readonly content: string; readonly created: number; readonly from: RoleReply }[];
  schedule: Schedule | undefined;
  /** By the ID of what is to be attached. */
  readonly attached: Map<string, readonly AttachedFile[]>;
  readonly createdAt: number;
  updatedAt: number;
  completedAt: number | undefined;
  /** Another sender's, or one that the server cannot cope with. */
  readonly refusal: FailureId | undefined;
}

export interface EmulatedRole {
  /** As the API shows it. */
  body: RoleReply;
  /** Opens the package for this role; it never expires. */
  readonly sessionToken: string;
  readonly access: RoleAccess;
  signedAt: number | undefined;
}

/** The package of a path, or why there is none. A package whose time has come expires here. */
export function packageAt(state: State, id: string, now: number): EmulatedPackage | Rejection {
  const found = state.packages.get(id);
  if (found === undefined) return refuse('package-not-found');
  if (found.refusal !== undefined) return refuse(found.refusal);
  expire(found, now);
  return found;
}

export function roleAt(holder: EmulatedPackage, roleId: string): EmulatedRole | Rejection {
  return holder.roles.find(({ body }) => body.id === roleId) ?? refuse('role-not-found');
}

export function expire(found: EmulatedPackage, now: number): void {
  const { due } = found.values;
  if (found.status === 'SENT' && isDue(due, now)) found.status = 'EXPIRED';
}

/** Roles that nobody takes have nothing to sign, and members of a group leave it to the group. */
export function signingRoles({ roles }: EmulatedPackage): readonly EmulatedRole[] {
  const others = onlyMembers({ roles });
  return roles.filter(({ body }) => body.signers.length > 0 && !others.has(body.id));
}

export function hasSignedAll(holder: EmulatedPackage): boolean {
  return signingRoles(holder).every(({ signedAt }) => signedAt !== undefined);
}

export const turns: TurnTaking<EmulatedRole> = {
  orderOf: ({ body }) => body.index,
  isDone: ({ signedAt }) => signedAt !== undefined,
};

/** Somebody with a lower order has not signed. */
export function isWaiting(holder: EmulatedPackage, role: EmulatedRole): boolean {
  return isWaitingFor(signingRoles(holder), role, turns);
}

/** `2017-11-16T16:53:01Z`: without fractions of a second, as the documentation prints times. */
export function printedTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
