import { readLink } from '../addresses/readLink';
import { webUrl } from '../addresses/webAddress';
import { type Connection, hostOf } from '../connections/connection';
import { type Reply, replyJson } from '../http';
import type { Operation, PreparedRequest, Provider, ReplyContext, RequestValues, SigningLink } from '../provider';
import { explainReply, mayHaveTakenEffect } from '../replies/explainReply';
import { judgeReply, reportsFailure } from '../replies/judgeReply';
import { lookStep } from '../replies/lookStep';
import { replyBody } from '../replies/replyBody';
import { type GeneralExplanation, type Judgement, verdictOf } from '../replies/verdict';
import { fieldsByMeta } from '../requests/fieldsByMeta';
import { getAt } from '../requests/pointer';
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
  const { provider, operation, now } = context;
  const body = replyJson(reply);
  const judgement = judgeReply(reply, body, context);
  const isAnswer = judgement.kind === 'answer';
  const failed = !isAnswer || reportsFailure(reply, body, context);
  const found = failed ? noLinks : linksIn(body, context);
  const secrets = [...secretsIn(operation, reply.status, body), ...found.secrets];
  const all = sortSecrets([...context.secrets, ...secrets]);
  // They name paths, and a path may hold a secret.
  const remarks = context.remarks.map((remark) => redactText(remark, context.secrets));
  const errors = isAnswer && failed ? recogniseErrors(provider, operation, reply) : [];
  const general = explainReply(reply, { provider, operation, judgement, failed, errors, now });
  return {
    reading: {
      verdict: verdictOf(judgement),
      failed,
      headers: redactHeaders(reply.headers, all),
      links: found.links,
      nextSteps: failed
        ? stepsToLook(reply, judgement, context)
        : (operation.nextSteps?.(body, contextOf(context)) ?? []),
      errors: errors.map((error) => masked(error, all)),
      general: general.map((one) => maskedWords(one, all)),
      remarks: [...decodingRemarks(reply), ...remarks, ...found.remarks],
    },
    secrets,
  };
}

function decodingRemarks(reply: Reply): readonly string[] {
  const body = replyBody(reply);
  return 'remarks' in body ? body.remarks : [];
}

interface FoundLinks {
  readonly links: readonly SigningLink[];
  readonly secrets: readonly Secret[];
  readonly remarks: readonly string[];
}

const noLinks: FoundLinks = { links: [], secrets: [], remarks: [] };

function linksIn(body: unknown, context: ReadContext): FoundLinks {
  const replyContext = contextOf(context);
  const read = (context.operation.findLinks?.(body, replyContext) ?? []).map((link) => ({
    link,
    found: readLink(link.url, replyContext.host('app')),
  }));
  return {
    links: read.flatMap(({ link, found }) => (found.kind === 'link' ? [{ ...datable(link), url: found.url }] : [])),
    secrets: read.flatMap(({ link, found }) => [
      { name: 'signing link', value: link.url },
      ...(found.kind === 'link' ? secretsOfLink(found.url) : []),
    ]),
    remarks: read.flatMap(({ found }) => (found.remark === undefined ? [] : [found.remark])),
  };
}

/** A lifetime beyond all calendars is none that is known. */
function datable({ expiresAt, ...link }: SigningLink): SigningLink {
  const isDate = expiresAt !== undefined && !Number.isNaN(new Date(expiresAt).getTime());
  return isDate ? { ...link, expiresAt } : link;
}

function stepsToLook({ status }: Reply, judgement: Judgement, context: ReadContext): readonly PreparedRequest[] {
  const { provider, operation, values } = context;
  const step = mayHaveTakenEffect({ judgement, operation }, status) && lookStep(provider, operation, values);
  return step ? [step] : [];
}

function maskedWords(said: GeneralExplanation, secrets: readonly Secret[]): GeneralExplanation {
  return { ...said, title: redactText(said.title, secrets), cause: redactText(said.cause, secrets) };
}

/** An error message may repeat what was sent. */
function masked(recognised: RecognisedError, secrets: readonly Secret[]): RecognisedError {
  const { error } = recognised;
  if (error.message === undefined) return recognised;
  return { ...recognised, error: { ...error, message: redactText(error.message, secrets) } };
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
