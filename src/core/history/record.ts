import type { BodyPart, HttpRequest } from '../http';
import type { Operation } from '../provider';
import { replyBody } from '../replies/replyBody';
import { fieldsByMeta } from '../requests/fieldsByMeta';
import { getAt, joinPointer, setAt } from '../requests/pointer';
import { isMasked, mask, redactText } from '../requests/redaction';
import type { RequestFile } from '../requests/requestFile';
import type { Run, Secret } from '../sending/run';
import type { HistoryEntry, HistorySummary, StoredOutcome, StoredRequest } from './entry';

/** Of a reply body, in characters. */
const mostStored = 64 * 1024;

/** A run as it may reach the disk. */
export function historyEntry(run: Run, operation: Operation): HistoryEntry {
  const { id, sentAt, provider, environment, baseUrl, sent, origin, inSpiteOf } = run;
  return {
    version: 1,
    id,
    sentAt,
    provider,
    operation: run.request.operation,
    connection: run.request.connection,
    environment,
    baseUrl,
    request: maskRequest(run.request, operation, run.secrets),
    ...(origin.folder !== undefined && { folder: origin.folder }),
    cause: origin.cause,
    ...(inSpiteOf.length > 0 && { inSpiteOf: redacted(inSpiteOf, run.secrets) }),
    sent: sent && storedRequest(sent),
    outcome: storedOutcome(run),
  };
}

function storedRequest({ method, url, headers, body }: HttpRequest): StoredRequest {
  if (body === undefined || body.text.length > mostStored) {
    return { method, url, headers, body: body?.text.slice(0, mostStored), ...(body && { isCut: true }) };
  }
  return { method, url, headers, body: body.text, ...(body.parts && { parts: body.parts.map(withoutBytes) }) };
}

function withoutBytes(part: BodyPart): BodyPart {
  if (part.kind === 'text') return part;
  const { bytes: _bytes, ...facts } = part;
  return facts;
}

/** Where the entry's request holds a mask in place of a value: to be asked for before a replay. */
export function maskedPointers(request: RequestFile): readonly string[] {
  return [...pointersOfMasks(request, '')];
}

export function summaryOf(entry: HistoryEntry): HistorySummary {
  const { id, sentAt, provider, operation, connection, environment, outcome } = entry;
  const common = { id, sentAt, provider, operation, connection, environment };
  if (outcome.kind === 'failed') return { ...common, failed: true };
  return { ...common, failed: outcome.failed, status: outcome.status, durationMs: outcome.durationMs };
}

/** Secret fields are masked by their place, every other occurrence of a secret by its value. References stay. */
function maskRequest(request: RequestFile, operation: Operation, secrets: readonly Secret[]): RequestFile {
  let masked = request;
  for (const section of ['path', 'query', 'body'] as const) {
    const schema = operation.request[section];
    if (schema === undefined) continue;
    for (const pointer of fieldsByMeta(schema, request[section], (meta) => meta.secret === true, `/${section}`)) {
      const value = getAt(request, pointer);
      const isReference = typeof value === 'string' && /^\{\{.*\}\}$/.test(value);
      if (!isReference) masked = setAt(masked, pointer, mask(pointer)) as RequestFile;
    }
  }
  return redacted(masked, secrets);
}

function redacted<T>(value: T, secrets: readonly Secret[]): T {
  return JSON.parse(redactText(JSON.stringify(value), secrets)) as T;
}

function storedOutcome({ outcome, secrets }: Run): StoredOutcome {
  if (outcome.kind === 'failed') return redacted(outcome, secrets);
  const { reply, reading } = outcome;
  const content = replyBody(reply);
  const body = 'text' in content ? redactText(content.text, secrets) : '';
  return {
    kind: 'replied',
    status: reply.status,
    statusText: reply.statusText,
    failed: reading.failed,
    headers: reading.headers,
    body: body.slice(0, mostStored),
    truncated: content.kind === 'binary' || body.length > mostStored,
    size: reply.bytes.length,
    durationMs: reply.durationMs,
    ...(reply.incomplete && { incomplete: reply.incomplete }),
  };
}

function* pointersOfMasks(value: unknown, pointer: string): Generator<string> {
  if (isMasked(value)) yield pointer;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    yield* pointersOfMasks(item, joinPointer(pointer, key));
  }
}
