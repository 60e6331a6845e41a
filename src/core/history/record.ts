import { type BodyPart, type HttpRequest, sizeOf } from '../http';
import { printJson } from '../json/printJson';
import { inEnglish } from '../language/storedTexts';
import type { Operation } from '../operation';
import { replyBody } from '../replies/body/replyBody';
import { getAt, joinPointer } from '../requests/pointer';
import { contentOf, type RequestFile } from '../requests/requestFile';
import { isMasked } from '../secrets/mask';
import { type Masker, maskerOf } from '../secrets/masker';
import type { Run } from '../sending/run';
import type { EntryNotes, HistoryEntry, HistorySummary, StoredOutcome, StoredRequest } from './entry';
import type { ValueTrail } from './valueTrail';

/** Of a reply body, in characters. */
const mostStored = 64 * 1024;

/** A run as it may reach the disk. The trail knows the replies of those before it. */
export function historyEntry(run: Run, operation: Operation, trail?: ValueTrail): HistoryEntry {
  const { id, sentAt, provider, environment, baseUrl, sent, origin, inSpiteOf, recipients = [] } = run;
  const masker = maskerOf(run.secrets, operation);
  const request = maskRequest(run.request, masker);
  const traced = trail && tracedValues(run.request, request, masker, trail);
  return {
    version: 1,
    id,
    sentAt,
    provider,
    operation: run.request.operation,
    connection: run.request.connection,
    environment,
    baseUrl,
    request,
    ...(origin.folder !== undefined && { folder: origin.folder }),
    cause: origin.cause,
    ...(origin.scenario && { scenario: origin.scenario }),
    ...(traced && Object.keys(traced).length > 0 && { traced }),
    ...(recipients.length > 0 && { recipients: masker.value(recipients) }),
    ...(inSpiteOf.length > 0 && { inSpiteOf: masker.value(inEnglish(inSpiteOf)) }),
    sent: sent && storedRequest(sent),
    outcome: storedOutcome(run, masker),
  };
}

function tracedValues(
  request: RequestFile,
  masked: RequestFile,
  masker: Masker,
  trail: ValueTrail,
): NonNullable<HistoryEntry['traced']> {
  const traced = maskedPointers(masked).flatMap((pointer) => {
    const value = getAt(request, pointer);
    const parts = typeof value === 'string' ? trail.trace(value) : undefined;
    const isPlain = parts?.every((part) => typeof part !== 'string' || masker.text(part) === part) ?? false;
    return parts !== undefined && isPlain ? [[pointer, parts] as const] : [];
  });
  return Object.fromEntries(traced);
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
  const { written: _written, ...values } = request;
  return [...pointersOfMasks(values, '')];
}

export function summaryOf(entry: HistoryEntry): HistorySummary {
  const { id, sentAt, provider, operation, connection, environment, scenario, subject, outcome } = entry;
  const common = {
    id,
    sentAt,
    provider,
    operation,
    connection,
    environment,
    ...(scenario && { scenario }),
    ...(subject && { subject }),
  };
  if (outcome.kind === 'failed') return { ...common, failed: true };
  return { ...common, failed: outcome.failed, status: outcome.status, durationMs: outcome.durationMs };
}

export function withNotes(summary: HistorySummary, { pinned, name = '', scenarioEnd }: EntryNotes): HistorySummary {
  return {
    ...summary,
    ...(pinned === true && { pinned }),
    ...(name !== '' && { name }),
    ...(scenarioEnd && { scenarioEnd }),
  };
}

/** What names the request stays as it is, whatever secrets are called; references stay, too. */
function maskRequest(request: RequestFile, masker: Masker): RequestFile {
  const { operation, connection, written, ...values } = request;
  const masked: RequestFile = { operation, connection, ...masker.value(values, 'request') };
  if (written === undefined) return masked;
  // Printed from the masked values: what was masked there is masked here, and what they lack is left out.
  return { ...masked, written: printJson(contentOf(masked), { indent: 2, written, repeats: 'dropped' }) };
}

function storedOutcome({ outcome }: Run, masker: Masker): StoredOutcome {
  if (outcome.kind === 'failed') return masker.value(inEnglish(outcome));
  const { reply, reading } = outcome;
  const content = replyBody(reply);
  const text = 'text' in content ? content.text : '';
  const body = masker.body(text, { side: 'reply', most: mostStored });
  return {
    kind: 'replied',
    status: reply.status,
    statusText: masker.text(reply.statusText),
    failed: reading.failed,
    headers: reading.headers,
    body: body.text.slice(0, mostStored),
    truncated: content.kind === 'binary' || reply.whole !== undefined || body.isCut || body.text.length > mostStored,
    size: sizeOf(reply),
    durationMs: reply.durationMs,
    ...(reply.timing && { timing: reply.timing }),
    ...(reply.wireSize !== undefined && { wireSize: reply.wireSize }),
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
