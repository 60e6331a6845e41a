import { readDataUri } from '../attachments/dataUri';
import { hostOf } from '../connections/connection';
import type { HistoryEntry, StoredOutcome, StoredRequest } from '../history/entry';
import { type BodyPart, type Headers, type HttpRequest, type Reply, replyJson } from '../http';
import { inOwnLanguage } from '../language/storedTexts';
import type { Operation, PreparedRequest, ReplyContext } from '../operation';
import type { Provider } from '../provider';
import { getAt, joinPointer } from '../requests/pointer';
import { noErrors, recogniseErrors } from '../sending/recogniseErrors';
import type { Reading, Run, SendOutcome } from '../sending/run';
import type { RunOrigin } from '../sending/runOrigin';
import { pick } from '../typing/keysOf';
import { asFarAsTold } from './body/asFarAsTold';
import { charsetOf } from './body/charset';
import { explainReply } from './explainReply';
import { judgeReply } from './judging/judgeReply';
import { verdictOf } from './judging/verdict';
import type { StoredBody } from './shownBody';

type StoredReply = Extract<StoredOutcome, { kind: 'replied' }>;

export interface RestoredRun {
  readonly run: Run;
  readonly stored: StoredBody;
}

/** A run as far as the history kept it: without signing links, and with masks in the place of secrets. */
export function restoreRun(entry: HistoryEntry, provider: Provider): RestoredRun {
  const { id, sentAt, request, environment, baseUrl, sent, outcome, inSpiteOf = [], recipients } = entry;
  return {
    run: {
      id,
      sentAt,
      request,
      origin: runOriginOf(entry),
      provider: provider.id,
      environment,
      baseUrl,
      sent: sent && restoreRequest(sent, request.body),
      inSpiteOf: inOwnLanguage(inSpiteOf),
      ...(recipients && { recipients }),
      outcome: restoreOutcome(entry, outcome, provider),
      secrets: [],
    },
    stored:
      outcome.kind === 'replied' ? { size: outcome.size, truncated: outcome.truncated } : { size: 0, truncated: false },
  };
}

function restoreRequest({ method, url, headers, body, isCut, parts }: StoredRequest, values: unknown): HttpRequest {
  if (body === undefined) return { method, url, headers, body };
  const restored = parts?.map((part) => withContent(part, values));
  return {
    method,
    url,
    headers,
    body: { text: body, ...(isCut && { isCut }), ...(restored && { parts: restored }) },
  };
}

/** Content that stands in the request was kept there. */
function withContent(part: BodyPart, values: unknown): BodyPart {
  if (part.kind === 'text' || part.path !== undefined) return part;
  const value = getAt(values, joinPointer('', part.name));
  const file = typeof value === 'string' ? readDataUri(value) : undefined;
  return file?.kind === 'read' && file.bytes.length === part.size ? { ...part, bytes: file.bytes } : part;
}

/** Entries of an earlier version do not say what caused them. */
export function runOriginOf({ cause = 'form', folder }: HistoryEntry): RunOrigin {
  return { cause, ...(folder !== undefined && { folder }) };
}

function restoreOutcome(entry: HistoryEntry, outcome: StoredOutcome, provider: Provider): SendOutcome {
  if (outcome.kind === 'failed') return inOwnLanguage(outcome);
  const { status, statusText, headers, body, durationMs, timing, wireSize, incomplete } = outcome;
  const bytes = encode(body, headers);
  const reply: Reply = {
    status,
    statusText,
    headers,
    bytes,
    durationMs,
    ...(timing && { timing }),
    ...(wireSize !== undefined && { wireSize }),
    ...(incomplete && { incomplete }),
  };
  return { kind: 'replied', reply, reading: restoreReading(entry, outcome, reply, provider) };
}

/** A mark says that the text is UTF-8 now where the header names another charset. */
function encode(text: string, headers: Headers): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const { label } = charsetOf(bytes, headers['content-type'] ?? '');
  return /^utf-?8$/i.test(label) ? bytes : new TextEncoder().encode(`\uFEFF${text}`);
}

/** The gate is asked again, except for a body of which the history kept a part. Whether it failed stays as recorded. */
function restoreReading(entry: HistoryEntry, stored: StoredReply, reply: Reply, provider: Provider): Reading {
  const { failed, truncated } = stored;
  const operation = provider.operations.find(({ id }) => id === entry.operation);
  const body = truncated ? undefined : replyJson(reply);
  const common = { failed, headers: reply.headers, links: [], remarks: [] };
  if (operation === undefined || (truncated && reply.incomplete === undefined)) {
    return {
      ...common,
      verdict: { kind: 'answer', departures: [], differences: [] },
      nextSteps: [],
      ...noErrors,
      general: [],
    };
  }
  const judgement = judgeReply(reply, body, { provider, operation });
  const isAnswer = judgement.kind === 'answer';
  const recognised = failed && isAnswer ? recogniseErrors(provider, operation, reply) : noErrors;
  return {
    ...common,
    verdict: verdictOf(judgement),
    nextSteps: failed || !isAnswer ? [] : nextSteps(entry, operation, body),
    ...recognised,
    general: explainReply(reply, { ...recognised, provider, operation, judgement, failed, now: entry.sentAt }),
  };
}

/** None when the history kept only a part of the body. */
function nextSteps(entry: HistoryEntry, operation: Operation, body: unknown): readonly PreparedRequest[] {
  return body === undefined ? [] : asFarAsTold(() => operation.nextSteps?.(body, contextOf(entry, operation)));
}

const sections = ['path', 'query', 'body'] as const;

/** The values as they were written: what the schemas would coerce makes no difference to ids. */
function contextOf({ request, sentAt, baseUrl }: HistoryEntry, operation: Operation): ReplyContext {
  return {
    values: pick(
      request,
      sections.filter((section) => operation.request[section] !== undefined),
    ),
    now: sentAt,
    host: (name) => hostOf({ hosts: {}, baseUrl }, name),
  };
}
