import type { HandlersOf } from '../../../kit/defineEmulator';
import type { KeyAccount } from '../../../kit/seeding/keyAccounts';
import { type Agenda, agenda } from '../../../kit/store/agenda';
import { type Lookup, lookup } from '../../../kit/store/lookup';
import { type Ranking, ranking } from '../../../kit/store/ranking';
import { Store } from '../../../kit/store/store';
import type { operations } from '../operations/operations';
import type { UserReply } from '../operations/replies';

/** All that the emulator remembers, by ID with its kind (`/members/<uuid>`). Times are epoch milliseconds. */
export interface State {
  readonly procedures: Store<EmulatedProcedure>;
  /** Templates and all others, by their age. */
  readonly listed: Ranking<EmulatedProcedure>;
  /** The ends of procedures. */
  readonly agenda: Agenda<EmulatedProcedure>;
  readonly members: Store<EmulatedMember>;
  readonly membersByProcedure: Lookup<EmulatedMember>;
  readonly files: Store<EmulatedFile>;
  readonly filesByProcedure: Lookup<EmulatedFile>;
  readonly fileObjects: Store<EmulatedFileObject>;
  readonly fileObjectsByMember: Lookup<EmulatedFileObject>;
  /** By key, the first account first. */
  readonly accounts: Map<string, KeyAccount<UserReply>>;
  readonly users: Map<string, UserReply>;
  readonly signatureUis: Map<string, SignatureUi>;
  readonly signatureUiLabels: Map<string, SignatureUiLabel>;
}

/** A handler for every operation; the files beside implement some each. */
export type Handlers = HandlersOf<typeof operations, State>;

export type ProcedureStatus = 'draft' | 'active' | 'finished' | 'expired' | 'refused';

export interface ProcedureSettings {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly ordered?: boolean | undefined;
  readonly expiresAt?: string | null | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  readonly config?: object | undefined;
  readonly archive?: boolean | undefined;
  readonly relatedFilesEnable?: boolean | undefined;
}

export interface EmulatedProcedure {
  readonly id: string;
  readonly creator: UserReply;
  settings: ProcedureSettings;
  status: ProcedureStatus;
  readonly template: boolean;
  readonly parent: string | null;
  readonly createdAt: number;
  updatedAt: number;
  finishedAt: number | undefined;
  /** Makes the server fail; such a procedure is in no list. */
  readonly isBroken: boolean;
}

export type MemberStatus = 'pending' | 'processing' | 'done' | 'refused';

export interface MemberSettings {
  readonly user?: string | null | undefined;
  readonly firstname?: string | null | undefined;
  readonly lastname?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly type?: string | undefined;
  readonly position: number;
  readonly operationLevel?: string | undefined;
  readonly operationCustomModes?: readonly string[] | undefined;
  readonly operationModeSmsConfig?: { readonly content: string } | null | undefined;
  readonly operationModeEmailConfig?: { readonly subject: string; readonly content: string } | null | undefined;
}

export interface EmulatedMember {
  readonly id: string;
  procedure: string;
  settings: MemberSettings;
  status: MemberStatus;
  comment: string | null;
  readonly createdAt: number;
  updatedAt: number;
  finishedAt: number | undefined;
}

export interface EmulatedFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Base64. */
  readonly content: string;
  /** Undefined until a procedure uses it. */
  procedure: string | undefined;
  readonly description: string | null;
  readonly isProtected: boolean;
  readonly metadata: Readonly<Record<string, unknown>> | undefined;
  readonly position: number;
  readonly sha256: string;
  /** ID of the file that it is a copy of. */
  readonly parent: string | null;
  readonly createdAt: number;
  updatedAt: number;
}

export interface Placement {
  readonly page?: number | null | undefined;
  readonly position?: string | null | undefined;
  readonly fieldName?: string | null | undefined;
  readonly mention?: string | null | undefined;
  readonly mention2?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly type?: string | undefined;
  readonly content?: string | null | undefined;
  readonly contentRequired?: boolean | undefined;
  readonly fontFamily?: string | undefined;
  readonly fontSize?: number | undefined;
  readonly fontColor?: string | undefined;
}

export interface EmulatedFileObject {
  readonly id: string;
  file: string;
  /** Null: the creator of the procedure fills it in. */
  member: string | null;
  placement: Placement;
  readonly createdAt: number;
  updatedAt: number;
}

export interface SignatureUi {
  readonly id: string;
  /** ID of a user. */
  readonly creator: string;
  settings: Omit<Parameters<Handlers['createSignatureUi']>[0]['values']['body'], 'labels'>;
  readonly createdAt: number;
  updatedAt: number;
}

export interface SignatureUiLabel {
  readonly id: string;
  /** ID of a user. */
  readonly creator: string;
  readonly name: string;
  readonly languages: Readonly<Record<string, string>>;
  /** ID of the page that it belongs to. */
  readonly signatureUi: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

type Stores = Omit<State, 'accounts' | 'users' | 'signatureUis' | 'signatureUiLabels'>;

export function newStores(): Stores {
  const procedures = new Store<EmulatedProcedure>();
  const members = new Store<EmulatedMember>();
  const files = new Store<EmulatedFile>();
  const fileObjects = new Store<EmulatedFileObject>();
  return {
    procedures,
    listed: ranking(procedures, shelvesOf, ({ createdAt }) => createdAt),
    agenda: agenda(procedures, ({ status, settings }) =>
      status === 'active' && settings.expiresAt ? Date.parse(settings.expiresAt) : undefined,
    ),
    members,
    membersByProcedure: lookup(members, ({ procedure }) => [procedure]),
    files,
    filesByProcedure: lookup(files, ({ procedure }) => [procedure]),
    fileObjects,
    fileObjectsByMember: lookup(fileObjects, ({ member }) => [member]),
  };
}

export function shelvesOf({ isBroken, template, status }: EmulatedProcedure): readonly string[] {
  return isBroken ? [] : [shelfOf(template, undefined), shelfOf(template, status)];
}

/** Where procedures of a kind, and of a status if one is wanted, are listed. */
export function shelfOf(template: boolean, status: string | undefined): string {
  return `${template ? 'templates' : 'procedures'}/${status ?? '*'}`;
}
