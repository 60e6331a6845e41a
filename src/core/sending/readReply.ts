import { webUrl } from '../addresses/webAddress';
import { type Connection, hostOf } from '../connections/connection';
import { type Reply, replyJson } from '../http';
import type { Operation, Provider, ReplyContext, RequestValues } from '../provider';
import { replyBody } from '../replies/replyBody';
import { fieldsByMeta } from '../requests/fieldsByMeta';
import { getAt, joinPointer } from '../requests/pointer';
import { redactHeaders, redactText, sortSecrets } from '../requests/redaction';
import { recogniseErrors } from './recogniseErrors';
import type { Reading, RecognisedError, Secret } from './run';

export interface ReadContext {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly connection: Connection;
  readonly values: RequestValues;
  readonly now: number;
  /** What the request carried. */
  readonly secrets: readonly Secret[];
  /** What happened on the way. */
  readonly remarks: readonly string[];
}

/** What a reply means, and the secrets it brought. */
export function readReply(reply: Reply, context: ReadContext): { reading: Reading; secrets: readonly Secret[] } {
  const { provider, operation } = context;
  const body = replyJson(reply);
  const failed = provider.isFailure?.(reply) ?? (reply.status < 200 || reply.status > 299);
  const replyContext = contextOf(context);
  // They name paths, and a path may hold a secret.
  const remarks = [...decodingRemarks(reply), ...context.remarks.map((remark) => redactText(remark, context.secrets))];
  const links = failed ? [] : (operation.findLinks?.(body, replyContext) ?? []);
  const secrets = [...secretsIn(operation, reply.status, body), ...links.flatMap(({ url }) => secretsOfLink(url))];
  const all = sortSecrets([...context.secrets, ...secrets]);
  return {
    reading: {
      failed,
      headers: redactHeaders(reply.headers, all),
      links,
      nextSteps: failed ? [] : (operation.nextSteps?.(body, replyContext) ?? []),
      errors: failed ? recogniseErrors(provider, operation, reply).map((error) => masked(error, all)) : [],
      remarks: failed ? remarks : [...remarks, ...departures(operation, reply.status, body)],
    },
    secrets,
  };
}

function decodingRemarks(reply: Reply): readonly string[] {
  const body = replyBody(reply);
  return 'remarks' in body ? body.remarks : [];
}

/** An error message may repeat what was sent. */
function masked(recognised: RecognisedError, secrets: readonly Secret[]): RecognisedError {
  const { error, failure } = recognised;
  if (error.message === undefined) return recognised;
  return { error: { ...error, message: redactText(error.message, secrets) }, failure };
}

function contextOf({ values, now, connection }: ReadContext): ReplyContext {
  return { values: values as unknown as ReplyContext['values'], now, host: (name) => hostOf(connection, name) };
}

function secretsIn(operation: Operation, status: number, body: unknown): readonly Secret[] {
  const schema = operation.replies[status];
  if (schema === undefined) return [];
  return fieldsByMeta(schema, body, (meta) => meta.secret === true).flatMap((pointer) => {
    const value = getAt(body, pointer);
    return typeof value === 'string' ? [{ name: pointer.slice(pointer.lastIndexOf('/') + 1), value }] : [];
  });
}

/** The token inside a link opens it as well as the link does. */
function secretsOfLink(url: string): readonly Secret[] {
  const tokens = [...(webUrl(url)?.searchParams ?? [])].filter(([name]) => /token/i.test(name));
  return [{ name: 'signing link', value: url }, ...tokens.map(([name, value]) => ({ name, value }))];
}

const mostRemarks = 5;

function departures(operation: Operation, status: number, body: unknown): readonly string[] {
  const schema = operation.replies[status];
  if (schema === undefined) return [`Status ${status} is not documented for this call.`];
  const result = schema.safeParse(body);
  if (result.success) return [];
  return result.error.issues.slice(0, mostRemarks).map(({ path, message }) => {
    const pointer = joinPointer('', ...path.map((part) => (typeof part === 'symbol' ? String(part) : part)));
    return `The reply departs from its documentation at ${pointer === '' ? 'the top' : pointer}: ${message}`;
  });
}
