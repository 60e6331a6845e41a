import type * as z from 'zod';
import type { Choice } from '../protocol/form';
import type { JsonObject, JsonValue } from '../protocol/json';
import type { EmulatorDefinition } from './emulation';
import type { Headers, Reply } from './http';

/*
 * The whole contract of a provider. Members that take an operation's own types are declared as methods, so that
 * a list may hold operations of every shape.
 */

export interface Provider {
  /** Folder name and prefix of its operation ids, for example `signnow`. */
  readonly id: string;
  readonly title: string;
  /** URL of the API's documentation. */
  readonly docs: string;
  /** Said wherever the provider is chosen, for example that the API is retired. */
  readonly notice?: string;
  /** The first one is the default. */
  readonly environments: readonly Environment[];
  readonly pathPrefix?: PathPrefix;
  readonly auth: Auth;
  readonly operations: readonly Operation[];
  readonly failures: readonly Failure[];
  /** The errors a reply names, empty when it names none. */
  readErrors(reply: Reply): readonly ApiError[];
  /** Whether the reply is a failure; without it, any status outside 200 to 299. */
  isFailure?(reply: Reply): boolean;
  readonly resources: Resources;
  readonly emulator: () => Promise<EmulatorDefinition>;
  /** Calls of the same API, or of another version of it, that are no operations here but whose bodies get pasted. */
  readonly lookalikes?: readonly Lookalike[];
  /** What no source documents and the product therefore does not claim. One sentence each. */
  readonly gaps: readonly string[];
}

export interface Environment {
  readonly id: string;
  readonly title: string;
  readonly baseUrl: string;
  /** Origins of calls and pages outside the base URL, by the name operations use (`login`, `app`). */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Invites sent here reach real people. */
  readonly live: boolean;
}

/** A body that is recognised where it does not belong. */
export interface Lookalike {
  /** The call, as a person knows it. */
  readonly title: string;
  /** What is different here, to follow the title. */
  readonly advice: string;
  /** The names that tell it; what they hold does not matter. */
  readonly body: z.ZodType;
}

/** A start of every path below the base URL on which the sources disagree. A connection may choose another one. */
export interface PathPrefix {
  readonly default: string;
  readonly known: readonly string[];
  readonly description: string;
}

export interface RequestSchemas {
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
}

/** The documented bodies by status; z.undefined() stands for an empty body. */
export type ReplySchemas = Readonly<Record<number, z.ZodType>>;

/** The values of a request as they stand in its file, before validation. */
export interface RequestValues {
  readonly path?: JsonObject;
  readonly query?: JsonObject;
  readonly body?: JsonValue;
}

/** The validated values of an operation. */
export type ValuesOf<S extends RequestSchemas> = {
  readonly [Part in keyof S]: S[Part] extends z.ZodType ? z.output<S[Part]> : undefined;
};

/** What is left of the values when everything that broke its schema was taken out. */
export type Sketch<T> = T extends readonly (infer Item)[]
  ? readonly (Sketch<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Sketch<T[Key]> | undefined }
    : T;

/** One documented call. Schemas describe the wire: no transforms, no dates, no refinements (those are rules). */
export interface Operation<
  S extends RequestSchemas = RequestSchemas,
  Facts = unknown,
  R extends ReplySchemas = ReplySchemas,
> {
  /** `<provider>/<verb-and-noun>`. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` for path parameters. */
  readonly path: string;
  /** Other paths that sources print for the same call; the emulator answers there, too. */
  readonly alsoAt?: readonly string[];
  /** Name of an entry of the environment's `hosts`; the base URL without it. */
  readonly host?: string;
  /** URL of the page that documents the call. */
  readonly docs: string;
  readonly request: S;
  /** How the body travels; `json` without it. */
  readonly encoding?: 'json' | 'form' | 'multipart';
  /** `token` without it. What the schemes mean is the provider's `auth.authorize`. */
  readonly authorization?: 'token' | 'client' | 'none';
  readonly replies: R;
  readonly rules?: readonly Rule[];
  /** What a successful call does to others; a DELETE takes something away without saying so. Values may be of any shape. */
  readonly effects?: readonly Effect[] | ((values: RequestValues) => readonly Effect[]);
  /** Ids of the provider's failures that this call documents, those of its rules included. */
  readonly failures?: readonly string[];
  readonly examples: readonly Example[];
  /** Loads what rules and suggestions need to know about the document. */
  loadFacts?(values: RequestValues, call: Call): Promise<Facts | undefined>;
  /** Known values by pointer, `*` for any index: `/body/invites/*\/role_id`. */
  suggest?(facts: Facts): Readonly<Record<string, readonly Choice[]>>;
  /** Signing links in a successful reply. */
  findLinks?(reply: unknown, context: ReplyContext<S>): readonly SigningLink[];
  /** Calls that a successful reply makes possible. */
  nextSteps?(reply: unknown, context: ReplyContext<S>): readonly PreparedRequest[];
}

/** What is asked about before it is sent. `mailsOnRecord`: among them people whom only the API knows. */
export type Effect = 'mailsPeople' | 'mailsOnRecord' | 'takesAway';

export interface Example extends RequestValues {
  readonly title: string;
  /** `documented`: as the provider prints it. */
  readonly source: 'documented' | 'minimal' | 'ours';
}

/** A condition that no schema can state, checked in the form, in the text, in the CLI and by the emulator. */
export interface Rule {
  /** Id of the failure it forestalls; also the code of its issues. */
  readonly failure: string;
  /** One sentence for the reference page: what must hold. */
  readonly statement: string;
  /** `warning` when no source states the rule. */
  readonly severity?: 'error' | 'warning';
  /** Facts are undefined as long as the document was not fetched; then only what the values show is checked. */
  readonly check: (values: unknown, facts: unknown) => readonly Finding[];
}

/** A rule whose check sees the values of these schemas, as far as they are valid, and facts of this type. */
export function defineRule<S extends RequestSchemas, Facts = undefined>(rule: {
  readonly failure: string;
  readonly statement: string;
  readonly severity?: 'error' | 'warning';
  readonly check: (values: Sketch<ValuesOf<S>>, facts: Facts | undefined) => readonly Finding[];
}): Rule {
  return rule as Rule;
}

export interface Finding {
  /** JSON pointer into the request file, for example `/body/invites/0/email`. */
  readonly pointer: string;
  readonly message: string;
}

export interface ReplyContext<S extends RequestSchemas = RequestSchemas> {
  readonly values: ValuesOf<S>;
  /** Epoch milliseconds at which the reply came. */
  readonly now: number;
  /** Resolves an entry of the environment's `hosts`, the base URL's origin when there is none. */
  host(name: string): string;
}

export interface SigningLink {
  readonly url: string;
  /** E-mail address or name, when known. */
  readonly recipient?: string;
  /** Epoch milliseconds, when the lifetime is known. */
  readonly expiresAt?: number;
  readonly singleUse?: boolean;
}

/** A request that is ready to be sent or to be opened in a form. */
export interface PreparedRequest extends RequestValues {
  readonly verb: Verb;
  readonly title: string;
  readonly operation: string;
  /** Whom or what it is about. */
  readonly subject?: string;
  /** Why it cannot be sent yet. */
  readonly blocked?: string;
  /** Nothing is left to fill in: it may be sent without a form. */
  readonly complete?: boolean;
}

/** The same actions in every provider's menus; what a provider lacks is not shown. */
export type Verb = 'create' | 'add' | 'edit' | 'invite' | 'remove' | 'link' | 'send' | 'remind' | 'cancel' | 'other';

/** Sends one of the provider's own operations. Throws CallFailed unless the reply is a success. */
export type Call = (operation: string, values: RequestValues) => Promise<unknown>;

export type Credentials = Readonly<Record<string, string>>;

export interface CredentialKind {
  readonly id: string;
  readonly title: string;
  /** Strings only; `secret` in the meta data hides what is typed. Field names are camelCase. */
  readonly fields: z.ZodObject;
}

export interface Token {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Epoch milliseconds. */
  readonly expiresAt?: number;
}

export interface AuthSession {
  readonly credentials: Credentials;
  /** The current token: cached, refreshed or newly fetched. */
  token(): Promise<Token>;
  readonly call: Call;
}

export interface Auth {
  readonly kinds: readonly CredentialKind[];
  /** Headers for an operation's authorization; never called with `none`. */
  authorize(scheme: 'token' | 'client', session: AuthSession): Promise<Headers>;
  /** Without it there is no token call: the credentials are sent themselves. */
  acquire?(credentials: Credentials, call: Call, now: number): Promise<Token>;
  /** Undefined when the token cannot be refreshed; then a new one is acquired. */
  refresh?(credentials: Credentials, token: Token, call: Call, now: number): Promise<Token | undefined>;
  /** The reply says that the token is not valid (any more). */
  isTokenRejected(reply: Reply): boolean;
}

export interface ApiError {
  readonly code?: string | number;
  readonly message?: string;
}

/** A documented way to fail. */
export interface Failure {
  readonly id: string;
  readonly status: number;
  /** The API's own code, when it has one. */
  readonly code?: string | number;
  /** The API's own text. `{name}` stands for a part that varies. */
  readonly message: string;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** What to do next, in one sentence. */
  readonly nextStep: string;
  /** Id of the operation that mends it. */
  readonly mendedBy?: string;
  /** Document or URL. */
  readonly source: string;
  /** No source gives the status, code or text: they are of the family, made up for the emulator. */
  readonly illustrative?: true;
}

/** What the tree shows of a provider. */
export interface Resources {
  readonly collections: readonly Collection[];
}

export interface Collection {
  readonly id: string;
  /** The API's own word in the plural: "Documents", "Packages". */
  readonly title: string;
  /** Singular, lower case: "document". */
  readonly noun: string;
  /** Why the API cannot list them. Ids are then pinned by the user. */
  readonly unlisted?: string;
  /** Operations that make a new one. */
  readonly create: readonly string[];
  list?(call: Call, cursor: string | undefined): Promise<Page>;
  /** One item with its recipients. */
  read(call: Call, id: string): Promise<DocumentDetail>;
}

export interface Page {
  readonly items: readonly DocumentSummary[];
  /** Passed to the next `list`; absent on the last page. */
  readonly next?: string;
}

export interface DocumentSummary {
  readonly id: string;
  readonly title: string;
  readonly status?: Status;
}

export interface DocumentDetail extends DocumentSummary {
  readonly recipients: readonly Recipient[];
  readonly actions: readonly PreparedRequest[];
  /** Said instead of recipients when there are none: "No fields yet, so no roles." */
  readonly empty?: string;
  /** Said below the recipients. */
  readonly note?: string;
}

export interface Recipient {
  readonly id: string;
  /** E-mail address or name; the role's name as long as nobody was invited. */
  readonly title: string;
  readonly role?: string;
  readonly order?: number;
  readonly status?: Status;
  readonly actions: readonly PreparedRequest[];
  /** Where the emulator lets this recipient sign, for an API that only mails its links. */
  readonly signingPage?: string;
}

export interface Status {
  /** The API's own word. */
  readonly text: string;
  readonly tone: 'none' | 'draft' | 'waiting' | 'open' | 'done' | 'refused' | 'expired';
}

/** Checks a provider's definition and keeps its literal types. */
export function defineProvider<const P extends Provider>(provider: P): P {
  return provider;
}

/** Ties the schemas of an operation to its rules, links and next steps. */
export function defineOperation<const S extends RequestSchemas, const R extends ReplySchemas, Facts = unknown>(
  operation: Operation<S, Facts, R>,
): Operation<S, Facts, R> {
  return operation;
}
