import type * as z from 'zod';
import type { Credentials } from '../core/auth';
import type { Call, PreparedRequest, RequestSchemas, RequestValues } from '../core/operation';

import type { CheapestCall } from '../core/provider';
import { valuesOf } from '../core/requests/valuesOf';

/*
 * Requests that a provider makes of its own operations: they are named by the operation itself, so that neither its id
 * nor a parameter can be misspelled.
 */

/** What of an operation a call to it is checked against. */
export interface Callable<S extends RequestSchemas> {
  readonly id: string;
  readonly request: S;
}

/** Names as the schema has them, and values of their kinds: a person may have to fill some in. */
export type Prefilled<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer Item)[]
        ? readonly Prefilled<Item>[]
        : T extends object
          ? { readonly [Name in keyof T]?: Prefilled<Exclude<T[Name], undefined>> }
          : T;

/** The values of a request that is made for an operation. Its path is complete, its query and body are begun. */
export type CallValues<S extends RequestSchemas> = PathOf<S> & QueryOf<S> & BodyOf<S>;

type PathOf<S> = S extends { readonly path: infer Path extends z.ZodType }
  ? { readonly path: { readonly [Name in keyof z.input<Path>]: string } }
  : { readonly path?: never };
type QueryOf<S> = S extends { readonly query: infer Query extends z.ZodType }
  ? { readonly query?: Prefilled<z.input<Query>> }
  : { readonly query?: never };
type BodyOf<S> = S extends { readonly body: infer Body extends z.ZodType }
  ? { readonly body?: Prefilled<z.input<Body>> }
  : { readonly body?: never };

export interface StepWords extends Pick<PreparedRequest, 'verb' | 'title' | 'subject' | 'complete'> {
  readonly blocked?: string | undefined;
}

/** A request that replies and the tree offer. */
export function step<S extends RequestSchemas>(
  operation: Callable<S>,
  { blocked, ...request }: StepWords & CallValues<S>,
): PreparedRequest {
  const { verb, title, subject, complete } = request;
  return {
    verb,
    title,
    operation: operation.id,
    ...(subject !== undefined && { subject }),
    ...wireOf(request),
    ...(complete !== undefined && { complete }),
    ...(blocked !== undefined && { blocked }),
  };
}

/** The call that tells whether a connection works. */
export function cheapestCall<S extends RequestSchemas>(operation: Callable<S>, values: CallValues<S>): CheapestCall {
  return { operation: operation.id, values: wireOf(values) };
}

/** Sends an operation, for a reply that is not taken for what is documented. The values refer to credentials given. */
export async function ask<S extends RequestSchemas>(
  call: Call,
  operation: Callable<S>,
  values: CallValues<S>,
  credentials?: Credentials,
): Promise<unknown> {
  return credentials === undefined
    ? call(operation.id, wireOf(values))
    : call(operation.id, wireOf(values), credentials);
}

/** Sends an operation and reads the reply that it documents for 200. */
export async function read<S extends RequestSchemas, Reply extends z.ZodType>(
  call: Call,
  operation: Callable<S> & { readonly replies: { readonly 200: Reply } },
  values: CallValues<S>,
): Promise<z.output<Reply>> {
  return operation.replies[200].parse(await ask(call, operation, values));
}

/** What schemas of the wire take is JSON, which their types cannot tell. */
function wireOf(values: object): RequestValues {
  return valuesOf(values as RequestValues);
}
