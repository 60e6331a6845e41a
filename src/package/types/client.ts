import type { OperationTypes, ProviderId } from './operations.js';

/** Sends operations with their types. All calls share their tokens, and what was agreed to. */
export type CreateClient = (connections: ClientConnections, options?: ClientOptions) => Client;

/** By the names of the provider's credentials, for example `clientId`. */
export type AccountCredentials = Readonly<Record<string, string>>;

/** Where requests of one provider go: one of its environments, or an address. */
export type ClientConnection = ({ readonly baseUrl: string } | { readonly environment: string }) & {
  /** Without them the environment variables of the command line, such as ESIGN_<PROVIDER>_TOKEN. */
  readonly credentials?: AccountCredentials;
  /** Replaces the provider's start of every path. */
  readonly pathPrefix?: string;
};

/** By provider. What `startEmulators` gives is one. */
export type ClientConnections = { readonly [Id in ProviderId]?: ClientConnection };

export interface ClientOptions {
  /** Asked before anything leaves for a live account, mails people or takes something away. Without it such a call is refused. */
  readonly confirm?: (question: ConfirmQuestion) => boolean | Promise<boolean>;
  /** Addresses and domains that may get mail without a question; `*` for everybody. */
  readonly allowedRecipients?: readonly string[];
  /** Where the files that values name are looked for. The working folder without it. */
  readonly folder?: string;
}

export interface ConfirmQuestion {
  readonly title: string;
  readonly detail: string;
}

export interface Client {
  /** Checks the values, sends them and reads the reply. What came of it is the result, whatever it is. */
  send<Id extends keyof OperationTypes & string>(
    operation: Id,
    ...values: ValuesFor<Id>
  ): Promise<CallResult<OperationTypes[Id]['reply']>>;
  /** The body of the success. Rejects with a `CallError` for whatever else came of it. */
  call<Id extends keyof OperationTypes & string>(
    operation: Id,
    ...values: ValuesFor<Id>
  ): Promise<OperationTypes[Id]['reply']>;
}

/** Left out where the operation needs none. */
export type ValuesFor<Id extends keyof OperationTypes> = object extends OperationTypes[Id]['values']
  ? [values?: OperationTypes[Id]['values']]
  : [values: OperationTypes[Id]['values']];

export type CallResult<Reply> = CallSuccess<Reply> | CallRefusal | CallProblem;

interface ReceivedReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What is remarkable of it: where it departs from its documentation, what of it no source gives. */
  readonly remarks: readonly string[];
  readonly durationMs: number;
}

export interface CallSuccess<Reply> extends ReceivedReply {
  readonly kind: 'succeeded';
  readonly body: Reply;
  readonly links: readonly FoundLink[];
}

/** A reply that is no success, or not the API's own. */
export interface CallRefusal extends ReceivedReply {
  readonly kind: 'refused';
  readonly body: unknown;
  readonly explanations: readonly ReplyExplanation[];
}

/** There was no reply, or nothing was sent. */
export interface CallProblem {
  readonly kind: 'failed';
  /** What it is called, for example `invalidRequest` or `missingCredentials`. */
  readonly problem: string;
  readonly title: string;
  readonly cause: string;
  readonly nextStep: string;
  /** Of values that are not what the API documents. */
  readonly issues: readonly ValueIssue[];
}

export interface FoundLink {
  readonly url: string;
  readonly recipient?: string;
  /** ISO 8601. */
  readonly expiresAt?: string;
}

export interface ReplyExplanation {
  readonly code?: string | number;
  readonly message: string;
  readonly meaning: string;
  readonly nextStep: string;
  /** Who documents it. */
  readonly source?: string;
}

export interface ValueIssue {
  /** JSON pointer, for example `/body/invites/0/email`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** What `call` rejects with. */
export interface CallError extends Error {
  readonly name: 'CallError';
  readonly result: CallRefusal | CallProblem;
}
