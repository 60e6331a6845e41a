import type * as z from 'zod';
import type { Auth } from './auth';
import type { Resources } from './documents';
import type { EmulatorDefinition } from './emulation';
import type { ApiError, Failure } from './failure';
import type { Reply } from './http';
import type { Operation, RequestValues } from './operation';
import type { Translation } from './translation/translation';
import type { Webhooks } from './webhooks/webhooks';

/** What of a provider is known without loading it. */
export interface ProviderAbout {
  /** Folder name and prefix of its operation ids, for example `signnow`. */
  readonly id: string;
  readonly title: string;
  /** URL of the API's documentation. */
  readonly docs: string;
  /** Said wherever the provider is chosen, for example that the API is retired. */
  readonly notice?: string;
  readonly rung: Rung;
  /** Of an emulated one: added to the first port of the emulators. Its own for good, so that nobody's address moves. */
  readonly portOffset?: number;
  /** Requests of others from which this provider's can be made. What it takes to do so is loaded when it is done. */
  readonly translatesFrom?: readonly Translation[];
}

/**
 * How far an API is taken, each rung on top of the one before: `described` has forms, checks, sending and reference,
 * `listed` the documents in the tree, `emulated` an emulator with cases and a journey. What a rung claims is demanded
 * by types and tests; nothing else asks.
 */
export type Rung = 'described' | 'listed' | 'emulated';

export interface Provider extends ProviderAbout {
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
  /** Tells whether connection and credentials work, and costs as little as possible: changes nothing, needs no ID. */
  readonly cheapestCall?: CheapestCall;
  /** Without collections the tree shows connections only. */
  readonly resources: Resources;
  readonly emulator?: () => Promise<EmulatorDefinition>;
  /** What it tells applications by itself. */
  readonly webhooks?: Webhooks;
  /** Calls of the same API, or of another version of it, that are no operations here but whose bodies get pasted. */
  readonly lookalikes?: readonly Lookalike[];
  /** Calls that the API has and that are no operations here: its emulator says so instead of knowing no such address. */
  readonly absent?: readonly AbsentCall[];
  /** In whose terms a request can be copied. */
  readonly sdk?: OfficialSdk;
  /** On what the sources disagree. */
  readonly disputes?: readonly Dispute[];
  /** What no source documents and the product therefore does not claim. One sentence each. */
  readonly gaps: readonly string[];
}

export interface CheapestCall {
  /** Its id. */
  readonly operation: string;
  readonly values: RequestValues;
}

export interface Environment {
  readonly id: string;
  readonly title: string;
  readonly baseUrl: string;
  /** Origins of calls and pages outside the base URL, by the name operations use (`login`, `app`). */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Invites sent here reach real people. */
  readonly live: boolean;
  /** What a source says that it takes. */
  readonly limits?: Limits;
}

/** How much an API takes in one environment. */
export interface Limits {
  /** Calls in each span of time. */
  readonly calls: Readonly<Partial<Record<Period, number>>>;
  /** What else is limited there: one sentence each. */
  readonly others?: readonly string[];
  readonly source: string;
}

export type Period = 'minute' | 'hour' | 'day';

/** A body that is recognised where it does not belong. */
export interface Lookalike {
  /** The call, as a person knows it. */
  readonly title: string;
  /** What is different here, to follow the title. */
  readonly advice: string;
  /** The names that tell it; what they hold does not matter. */
  readonly body: z.ZodType;
}

/** A call that the API has and this product has not. */
export interface AbsentCall extends Pick<Operation, 'method' | 'path' | 'title'> {
  /** Document or URL. */
  readonly source: string;
}

/** A point on which sources say different things. */
export interface Dispute {
  readonly point: string;
  /** What each of them says. */
  readonly says: readonly { readonly source: string; readonly text: string }[];
  /** What the emulator does and what else is accepted, in a sentence. */
  readonly here: string;
}

/** A start of every path below the base URL on which the sources disagree. A connection may choose another one. */
export interface PathPrefix {
  readonly default: string;
  readonly known: readonly string[];
  readonly description: string;
}

/** The official library of an API, in which a call can be copied. */
export interface OfficialSdk {
  readonly title: string;
  /** Package and language. */
  readonly detail: string;
  /** Its name in the registry of its language. */
  readonly package: string;
  /** URL of the documentation. */
  readonly source: string;
  /** By method and path of an operation: `GET /document/{document_id}`. */
  readonly calls: Readonly<Record<string, SdkCall>>;
  /** The program that makes the call. */
  write(call: WrittenCall): string;
}

export interface SdkCall {
  /** Of the library, such as `document.view`. */
  readonly method: string;
  /** Members of its argument, by pointers into the values of the request. A dot leads into a member: `options.email`. */
  readonly takes: Readonly<Record<string, string>>;
}

export interface WrittenCall {
  readonly method: string;
  /** Its members as code, indented by two spaces. */
  readonly members: string;
  /** That the request went to. */
  readonly origin: string;
}
