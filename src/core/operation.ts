import type * as z from 'zod';
import type { Choice, Mend } from '../protocol/form';
import type { JsonObject, JsonValue } from '../protocol/json';

/*
 * What a provider says of a call. Members that take an operation's own types are declared as methods, so that a list may
 * hold operations of every shape.
 */

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
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for path parameters. */
  readonly path: string;
  /** Other paths that sources print for the same call; the emulator answers there, too. */
  readonly alsoAt?: readonly string[];
  /** Paths of the call in other dialects of the API, by the dialects' names; no prefix changes them. The emulator speaks them. */
  readonly dialects?: Readonly<Record<string, string>>;
  /** Name of an entry of the environment's `hosts`; the base URL without it. */
  readonly host?: string;
  /** URL of the page that documents the call. */
  readonly docs: string;
  readonly request: S;
  /** How the body travels; `json` without it. */
  readonly encoding?: 'json' | 'form' | 'multipart';
  /** Media types of a successful reply that is a file; JSON without it. */
  readonly accepts?: readonly string[];
  /** `token` without it. What the schemes mean is the provider's `auth.authorize`. */
  readonly authorization?: 'token' | 'client' | 'none';
  readonly replies: R;
  /** What of a successful reply no source gives, by status: `{ 200: ['body'] }`. The emulator says so with each. */
  readonly illustrative?: { readonly [Status in keyof R]?: readonly ReplyPart[] };
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

export interface RequestSchemas {
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
}

/** What may be unknown of a successful reply. */
export type ReplyPart = 'status' | 'body';

/** The documented bodies by status; z.undefined() stands for an empty body, z.custom() of bytes for a file. */
export type ReplySchemas = Readonly<Record<number, z.ZodType>>;

/** The values of a request as they stand in its file, before validation. */
export interface RequestValues {
  readonly path?: JsonObject;
  readonly query?: JsonObject;
  readonly body?: JsonValue;
}

/** The validated values of an operation. */
export type ValuesOf<S extends RequestSchemas> = {
  readonly [Part in keyof S]: Exclude<S[Part], undefined> extends infer Schema extends z.ZodType
    ? z.output<Schema>
    : undefined;
};

/** What is left of the values when everything that broke its schema was taken out. */
export type Sketch<T> = T extends readonly (infer Item)[]
  ? readonly (Sketch<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Sketch<T[Key]> | undefined }
    : T;

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
  check(values: unknown, facts: unknown): readonly Finding[];
}

/** A rule whose check sees the values of these schemas, as far as they are valid, and facts of this type. */
export function defineRule<S extends RequestSchemas, Facts = undefined>(rule: {
  readonly failure: string;
  readonly statement: string;
  readonly severity?: 'error' | 'warning';
  readonly check: (values: Sketch<ValuesOf<S>>, facts: Facts | undefined) => readonly Finding[];
}): Rule {
  return rule;
}

export interface Finding {
  /** JSON pointer into the request file, for example `/body/invites/0/email`. */
  readonly pointer: string;
  readonly message: string;
  /** Where the rule knows what was meant. */
  readonly mend?: Mend;
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
  /** Whose address was replaced by that of the recipient. */
  readonly inPlaceOf?: string;
  /** What it leads to where nobody signs there: "Editor". */
  readonly opens?: string;
  /** Epoch milliseconds, when the lifetime is known. */
  readonly expiresAt?: number;
  readonly singleUse?: boolean;
  /** Its page was opened the once that it can be, or whoever it is of is done there. */
  readonly isUsed?: true;
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

/**
 * Sends one of the provider's own operations. Throws CallFailed unless the reply is a success. Values go out as they
 * are, for most come from replies: a `{{name}}` stands for something only where the credentials to refer to are given.
 */
export type Call = (
  operation: string,
  values: RequestValues,
  credentials?: Readonly<Record<string, string>>,
) => Promise<unknown>;

/** Ties the schemas of an operation to its rules, links and next steps. Its type knows its id. */
export function defineOperation<
  const S extends RequestSchemas,
  const R extends ReplySchemas,
  const Id extends string,
  Facts = unknown,
>(operation: Operation<S, Facts, R> & { readonly id: Id }): Operation<S, Facts, R> & { readonly id: Id } {
  return operation;
}

/** The name of an operation within its own provider: `create-document` of `signnow/create-document`. */
export function operationName(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
