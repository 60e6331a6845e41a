import type { Issue } from '../protocol/form';
import type { JsonValue } from '../protocol/json';
import type { Credentials } from './auth';
import type { DocumentDetail } from './documents';
import type { Headers } from './http';
import type { Operation, RequestValues } from './operation';
import type { SigningVisit } from './recipients/signingVisit';
import type { AccountPlan } from './seeding/accountPlan';
import type { SeedPlan } from './seeding/seedPlan';
import type { EmulatedMessage, TakenMessage } from './webhooks/emulatedMessage';

/** What a provider brings to the emulator: its state, its answers and its way of saying no. */
export interface EmulatorDefinition<State = unknown> {
  /** The demo account, by the field names of the provider's first credential kind. */
  readonly credentials: Credentials;
  /** Ids of the demo documents of collections that the API cannot list, by collection id. */
  readonly demoDocuments?: Readonly<Record<string, readonly string[]>>;
  /** The demo documents. Their ids are constant, so that a request survives a reset. */
  createState(tools: EmulatorTools): State;
  /** Never called for operations without authorization. */
  authenticate(request: EmulatedRequest, operation: Operation, state: State, tools: EmulatorTools): Caller | Rejection;
  /** By operation id. */
  readonly handlers: Readonly<Record<string, Handler<State>>>;
  /** What the rules of an operation need to know, or why the request cannot go on. By operation id. */
  readonly facts?: Readonly<Record<string, (context: HandlerContext<State>) => unknown>>;
  /** Shapes a refusal as the API does. `issues` says what was wrong with the request, when it was validated. */
  reject(rejection: Rejection, issues: readonly Issue[]): RefusedReply;
  /** A request whose values break their schemas. */
  rejectInvalid(operation: Operation, issues: readonly Issue[]): RefusedReply;
  /** `advice` stands in for the failure's text, where that has room for it: why there is no such address here. */
  unknownRoute(request: EmulatedRequest, advice?: string): RefusedReply;
  readonly signing?: SigningDesk<State>;
  /** What happened by itself since it was last called, such as reminders that fell due: before anything else is looked at. */
  elapse?(state: State, tools: EmulatorTools): void;
  /**
   * Asked for every request, before anything else: what its reply carries, and why it is refused if it is.
   * `isExhausted`: as where nothing is left, whatever was counted.
   */
  meter?(state: State, tools: EmulatorTools, isExhausted?: boolean): Metering;
  /** An API that mails somebody what it could not deliver: whom, and what. Asked once nothing more is tried. */
  undelivered?(message: EmulatedMessage): EmulatedMessage | undefined;
  /** Only people of the vendor register an address: a tester gives it by the control route. */
  readonly hasVendorWebhook?: true;
  /** What a tester may turn on, by name: a sentence each. All are off at the start and after a reset. */
  readonly switches?: Readonly<Record<string, string>>;
  /**
   * What the emulator itself knows of a document that no call of the API reads. The tree shows it for the emulator's
   * own connection, and `note` says so. Signing pages are paths here.
   */
  describe?(state: State, collection: string, id: string): DocumentDetail | undefined;
  /** All documents as the tree shows them, also those that no call of the API lists. */
  documents?(context: Pick<HandlerContext<State>, 'state' | 'tools' | 'baseUrl'>): readonly CollectedDocument[];
  /** The sources write paths, properties and constants in different cases: any case is taken. */
  readonly ignoresCase?: true;
  /** Other forms of values that clients of this API send, turned into those of the schemas before these are checked. */
  readonly respell?: (values: RequestValues) => RequestValues;
  /** How what a person writes down of an account comes into it. */
  readonly seed?: SeedPlan;
  /** Accounts beside the demo account, and in its place. */
  readonly accounts?: AccountPlan<State>;
}

/** Part of a state that is made of the rest, but for the order in which it keeps it. */
export interface Arranged {
  arrangement(): unknown;
  /** What `arrangement` told, perhaps long ago; what it does not know any more is passed over. */
  arrange(arrangement: unknown): void;
}

export function isArranged(value: unknown): value is Arranged {
  return typeof value === 'object' && value !== null && 'arrangement' in value && 'arrange' in value;
}

export interface CollectedDocument {
  /** Id of its collection. */
  readonly collection: string;
  readonly detail: DocumentDetail;
}

export interface EmulatorTools {
  /** Epoch milliseconds; runs ahead of the real clock when a tester advanced it. */
  now(): number;
  /** Random lower case hex digits. */
  hex(digits: number): string;
  uuid(): string;
  /** Whether a tester turned this switch on. */
  isOn(name: string): boolean;
  /**
   * Takes down what the API sends to somebody at this point. Nothing is mailed: the control route tells of it. Webhooks
   * are called where the emulator may send, which is to this machine alone unless a person named other hosts.
   */
  deliver(message: EmulatedMessage): TakenMessage;
  /** Drops what still waits to be sent for a subscription, and says why; `isMeant`: of its events only these. */
  withdraw(subscription: string, reason: string, isMeant?: (event: string | undefined) => boolean): void;
  /** The address that a tester gave for an API which only its vendor's people register one with. */
  vendorWebhook(): string | undefined;
}

export interface Metering {
  readonly headers: Headers;
  readonly refusal?: Rejection;
}

export interface EmulatedRequest {
  readonly method: string;
  /** Without the query; decoded, but for slashes inside of a value: those stand as `%2F`. */
  readonly path: string;
  readonly query: EmulatedQuery;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** Where the emulator listens, for links: `http://127.0.0.1:4010`, with a path where it shares its port. */
  readonly baseUrl: string;
  /** The whole address as it was asked for; what it means stands in path and query. */
  readonly url?: string;
  /** The dialect of the operation whose path was asked for. */
  readonly dialect?: string;
}

/** Values by name; of a repeated name all of them. */
export type EmulatedQuery = Readonly<Record<string, string | readonly string[]>>;

export interface EmulatedReply {
  readonly status: number;
  readonly headers?: Headers;
  /** Undefined for an empty body; text and bytes are sent as they are, with the content type of `headers`. */
  readonly body?: unknown;
  /** How long it is held back, where a tester asked for that. */
  readonly delayMs?: number | undefined;
  /** The connection breaks off in the middle of the body. */
  readonly isCut?: boolean | undefined;
}

/** A reply that says no, and with which failures: what no source gives of them is told with it. */
export interface RefusedReply extends EmulatedReply {
  readonly failures: readonly string[];
}

/** Who calls, after authentication; what it holds is the provider's. */
export interface Caller {
  readonly account: string;
}

export interface Rejection {
  /** Id of one of the provider's failures. */
  readonly failure: string;
  /** Fills the `{name}` parts of the failure's message. */
  readonly detail?: Readonly<Record<string, string>>;
}

export interface HandlerContext<State, Values = unknown> {
  readonly state: State;
  readonly values: Values;
  readonly caller: Caller;
  readonly tools: EmulatorTools;
  /** Where the emulator listens, for links. */
  readonly baseUrl: string;
  readonly headers: Headers;
  /** The dialect that was spoken; undefined for that of the operation's own path. */
  readonly dialect?: string | undefined;
  /** The file in a part of a multipart body, whole: values hold only its beginning. The last where several have the name. */
  upload(name: string): Uint8Array | undefined;
  /** All files in parts of this name. */
  uploads(name: string): readonly Uint8Array[];
}

export type Handler<State> = (context: HandlerContext<State, never>) => EmulatedReply | Rejection;

/** What is done on an emulator beside the calls of its API, and the opening of a page among it. */
export const emulatorActs = 'emulator';
export const pageAct = `${emulatorActs}/page`;

export function isRejection(value: object): value is Rejection {
  return 'failure' in value;
}

/** Where a signer lands. The engine draws the page; the provider knows what is signed and what becomes of it. */
export interface SigningDesk<State> {
  /** Undefined when the address is not a signing link. */
  visit(context: SigningContext<State>): SigningVisit | undefined;
  /** An address that is no page itself: what whoever opens it is given. Asked once for each opening. */
  enter?(context: SigningContext<State>): SigningEntry | undefined;
  /** Only called for a visit that is challenged: whether the answers were right shows in the next visit. */
  answer?(context: SigningContext<State>, answers: readonly string[]): void;
  /** Only called for an open visit. */
  finish(context: SigningContext<State>): SigningResult;
  decline(context: SigningContext<State>, reason: string): SigningResult;
  /**
   * The signing pages of everyone who was asked to sign. For APIs that mail their links: nothing is mailed here, so
   * the control route says where the pages are.
   */
  pages?(state: State): readonly SigningPage[];
  /** Those of a document whom the API mails no link, or none yet: the link is made for them by a call. */
  unmailed?(state: State, document: string): readonly UnmailedSigner[];
}

export interface UnmailedSigner {
  readonly signer: SigningVisit['signer'];
  /** What gives them a page: a call, the end of others' turns, or nothing, as whoever gets a copy. */
  readonly pageBy: Pick<Operation, 'id' | 'title'> | 'turn' | 'nothing';
  /** Makes the page as the call does, and gives its path. Missing where the call changes more than that. */
  open?(tools: EmulatorTools): string;
}

export interface SigningPage {
  /** Id of the document in its collection. */
  readonly document: string;
  /** With the query, as `visit` knows it. */
  readonly path: string;
}

export interface SigningContext<State> {
  readonly state: State;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly tools: EmulatorTools;
  /** Somebody opens the page; not set for what they do on it. */
  readonly opens?: true;
}

/** The path of the page that it leads to, or what a program reads there. */
export type SigningEntry =
  | { readonly path: string; readonly headers?: Headers }
  | { readonly body: JsonValue; readonly headers?: Headers };

export interface SigningResult {
  /** Where the page sends the signer next: the redirect of the invite. */
  readonly redirect?: string;
}
