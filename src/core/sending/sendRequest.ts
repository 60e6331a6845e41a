import type { Issue } from '../../protocol/form';
import type { Connection } from '../connections/connection';
import { isUnchecked } from '../connections/connectionTls';
import { type CheckedValues, checkValues, checkWritten, withIssues } from '../forms/checks/checkedValues';
import { tooDeepCode } from '../forms/checks/checkSection';
import type { ConstantRequest } from '../forms/checks/constantRequest';
import type { RequestValues } from '../operation';
import type { Problem } from '../problems/problem';
import type { Provider } from '../provider';
import { type ParsedRequest, parseRequestFile, type RequestFile } from '../requests/requestFile';
import { maskerOf } from '../secrets/masker';
import { maskIssues } from '../secrets/maskIssues';
import { secretsOfRequest } from '../secrets/secretValues';
import { sortSecrets } from '../secrets/sortSecrets';
import { sendValues } from './call';
import type { DoorPorts } from './ports';
import { meantBy } from './rewriting/rewrittenWords';
import type { Run } from './run';
import type { RunOrigin } from './runOrigin';
import type { SendResult } from './sendResult';
import type { Target } from './target';

export interface SendRequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** What is known about the document, for the rules that need it. */
  readonly facts?: unknown;
  /** Sends exactly what is written, in spite of every error that is only foreseen. */
  readonly force?: boolean | undefined;
  /** Values that come from replies: what looks like a reference among them is none. */
  readonly isLiteral?: boolean | undefined;
  /** Literal values that may have been checked before: only where they are the request's own is that believed. */
  readonly constant?: ConstantRequest | undefined;
  /** Of a file that names no connection. */
  readonly fallbackConnection?: string | undefined;
  /** All questions are answered: the request leaves now. */
  readonly onLeave?: ((target: Target) => void) | undefined;
}

/**
 * The one door: whoever sends a request sends it here, by the text of its file or by its content. Reads and checks it
 * once, asks what has to be asked, authorizes, sends, and reads the reply. What keeps it from being sent is a problem of
 * the run, too.
 */
export async function sendRequest(
  ports: DoorPorts,
  content: string | RequestFile,
  origin: RunOrigin,
  options: SendRequestOptions = {},
): Promise<Run> {
  const start = { id: ports.newId(), sentAt: ports.now(), origin };
  const read = typeof content === 'string' ? parseRequestFile(content, options.fallbackConnection) : parsed(content);
  if (read.kind === 'unreadable') {
    return unsent(start, nameless, { kind: 'unreadableRequest', detail: read.detail });
  }
  const { request } = read;
  const found = await ports.operation(request.operation);
  if (found === undefined) return unsent(start, request, await unknownOperation(ports, request.operation));
  const { provider, operation } = found;
  const values = sectionsOf(request);
  const checked = checkWritten(found, { values, written: request.written }, options, read.issues);
  const isTooDeep = checked.errors.some(({ code }) => code === tooDeepCode);
  if (isTooDeep || (checked.errors.length > 0 && !options.force)) {
    // What is said of a value may quote it.
    const issues = maskIssues(checked.issues, maskerOf(sortSecrets(secretsOfRequest(operation, values)), operation));
    return unsent(start, request, { kind: 'invalidRequest', issues }, provider);
  }
  // Only now: asking for a connection may start a server.
  const connection = await ports.connection(provider, request.connection);
  if ('kind' in connection) return unsent(start, request, connection, provider);
  const target = { ...found, connection };
  const { inSpiteOf, ...result } = await sendChecked(ports, target, values, checked, origin, {
    ...options,
    written: request.written,
  });
  return {
    ...start,
    request,
    provider: provider.id,
    environment: connection.environmentTitle,
    baseUrl: connection.baseUrl,
    ...(isUnchecked(connection) && { isUnchecked: true as const }),
    inSpiteOf: maskIssues(inSpiteOf, maskerOf(result.secrets, operation)),
    ...namedLinks(result, origin, connection),
  };
}

function parsed(request: RequestFile): ParsedRequest {
  return { kind: 'parsed', request, issues: [] };
}

/** In place of a request that cannot be read. */
const nameless: RequestFile = { operation: '', connection: '' };

async function unknownOperation(ports: DoorPorts, operation: string): Promise<Problem> {
  const meant = await ports.nearestOperations?.(operation);
  return { kind: 'unknownOperation', operation, ...(meant && { meant }) };
}

function unsent(
  start: Pick<Run, 'id' | 'sentAt' | 'origin'>,
  request: RequestFile,
  problem: Problem,
  provider?: Provider,
): Run {
  const nowhere = { environment: '', baseUrl: '', sent: undefined, secrets: [], inSpiteOf: [] };
  return { ...start, request, provider: provider?.id ?? '', outcome: { kind: 'failed', problem }, ...nowhere };
}

interface SentInSpite extends SendResult {
  readonly inSpiteOf: readonly Issue[];
}

/** Sends values that were checked as they are written, and checks them again when their references are resolved. */
async function sendChecked(
  ports: DoorPorts,
  target: Target,
  values: RequestValues,
  first: CheckedValues,
  origin: RunOrigin,
  {
    signal,
    facts,
    force = false,
    isLiteral,
    onLeave,
    written,
  }: SendRequestOptions & { readonly written: string | undefined },
): Promise<SentInSpite> {
  let inSpiteOf = first.errors;
  const result = await sendValues(ports, target, values, {
    origin,
    signal,
    isForced: force,
    isLiteral,
    written,
    onLeave: onLeave && (() => onLeave(target)),
    check: (resolved) => {
      const last = first.isOpen
        ? withIssues(checkValues(target, resolved, { facts, written, references: 'refused' }), first.ofText)
        : first;
      if (!force) return last.errors.length > 0 ? { kind: 'invalidRequest', issues: last.issues } : last.values;
      inSpiteOf = last.errors;
      return resolved;
    },
  });
  return { ...result, inSpiteOf };
}

/** Links carry the name that they were asked for: a reply may name their owner by an ID, or not at all. */
function namedLinks(result: SendResult, { recipient }: RunOrigin, { rewriting }: Connection): SendResult {
  const { outcome, recipients } = result;
  if (outcome.kind === 'failed') return result;
  const links = outcome.reading.links.map((link) => {
    const owner = recipient ?? link.recipient;
    const inPlaceOf = owner === undefined ? undefined : meantBy(rewriting, owner, recipients);
    return { ...link, ...(owner !== undefined && { recipient: owner }), ...(inPlaceOf !== undefined && { inPlaceOf }) };
  });
  return { ...result, outcome: { ...outcome, reading: { ...outcome.reading, links } } };
}

function sectionsOf({ path, query, body }: RequestFile): RequestValues {
  return {
    ...(path !== undefined && { path }),
    ...(query !== undefined && { query }),
    ...(body !== undefined && { body }),
  };
}
