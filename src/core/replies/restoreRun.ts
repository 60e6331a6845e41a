import { originOf } from '../addresses/webAddress';
import type { HistoryEntry, StoredOutcome } from '../history/entry';
import { type Reply, replyJson } from '../http';
import type { Operation, PreparedRequest, Provider, ReplyContext } from '../provider';
import { recogniseErrors } from '../sending/recogniseErrors';
import type { Reading, Run, SendOutcome } from '../sending/run';
import type { StoredBody } from './replyState';

export interface RestoredRun {
  readonly run: Run;
  readonly stored: StoredBody;
}

/** A run as far as the history kept it: without signing links, and with masks in the place of secrets. */
export function restoreRun(entry: HistoryEntry, provider: Provider): RestoredRun {
  const { id, sentAt, request, environment, baseUrl, sent, outcome } = entry;
  return {
    run: {
      id,
      sentAt,
      request,
      provider: provider.id,
      environment,
      baseUrl,
      sent: sent && { ...sent, body: sent.body === undefined ? undefined : { text: sent.body } },
      outcome: restoreOutcome(entry, outcome, provider),
      secrets: [],
    },
    stored:
      outcome.kind === 'replied' ? { size: outcome.size, truncated: outcome.truncated } : { size: 0, truncated: false },
  };
}

function restoreOutcome(entry: HistoryEntry, outcome: StoredOutcome, provider: Provider): SendOutcome {
  if (outcome.kind === 'failed') return outcome;
  const { status, statusText, headers, body, durationMs } = outcome;
  const reply: Reply = { status, statusText, headers, bytes: new TextEncoder().encode(body), durationMs };
  return { kind: 'replied', reply, reading: restoreReading(entry, outcome.failed, reply, provider) };
}

function restoreReading(entry: HistoryEntry, failed: boolean, reply: Reply, provider: Provider): Reading {
  const operation = provider.operations.find(({ id }) => id === entry.operation);
  return {
    failed,
    headers: reply.headers,
    links: [],
    nextSteps: failed || operation === undefined ? [] : nextSteps(entry, operation, replyJson(reply)),
    errors: failed && operation !== undefined ? recogniseErrors(provider, operation, reply) : [],
    remarks: [],
  };
}

/** None when the history kept only a part of the body. */
function nextSteps(entry: HistoryEntry, operation: Operation, body: unknown): readonly PreparedRequest[] {
  return body === undefined ? [] : (operation.nextSteps?.(body, contextOf(entry, operation)) ?? []);
}

/** The values as they were written: what the schemas would coerce makes no difference to ids. */
function contextOf({ request, sentAt, baseUrl }: HistoryEntry, operation: Operation): ReplyContext {
  const sections = (['path', 'query', 'body'] as const).filter((section) => operation.request[section] !== undefined);
  return {
    values: Object.fromEntries(sections.map((section) => [section, request[section]])) as ReplyContext['values'],
    now: sentAt,
    host: () => originOf(baseUrl) ?? baseUrl,
  };
}
