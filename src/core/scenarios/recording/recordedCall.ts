import type { JsonValue } from '../../../protocol/json';
import { emulatorConnectionId } from '../../connections/connection';
import type { HistoryEntry, StoredOutcome } from '../../history/entry';
import { maskedPointers } from '../../history/record';
import { readJson } from '../../json/readJson';
import type { Operation } from '../../operation';
import type { Provider } from '../../provider';
import { isMasked } from '../../secrets/mask';
import { placedScalars } from './placedScalars';
import { describedCall } from './recordingWords';

type StoredReply = Extract<StoredOutcome, { kind: 'replied' }>;

/** A call of the history that becomes a step. */
export interface RecordedCall {
  readonly entry: HistoryEntry;
  readonly provider: Provider;
  readonly operation: Operation;
  /** Of a call of the emulator's own: id of the provider whose emulator it is. */
  readonly emulatorOf: string | undefined;
  readonly onEmulator: boolean;
  readonly reply: StoredReply;
  /** Undefined where it is no JSON, or was not kept whole. */
  readonly body: JsonValue | undefined;
}

/** What is needed to know what entries call. */
export interface RecordPorts {
  provider(id: string): Promise<Provider | undefined>;
  /** The emulator's own calls. */
  readonly control: Provider;
}

export interface ReadCalls {
  readonly calls: readonly RecordedCall[];
  /** Sentences on what is no step. */
  readonly leftOut: readonly string[];
}

/** The calls of entries in the order in which they were sent. */
export async function readCalls(entries: readonly HistoryEntry[], ports: RecordPorts): Promise<ReadCalls> {
  const calls: RecordedCall[] = [];
  const leftOut: string[] = [];
  const ordered = entries.toSorted((one, other) => one.sentAt - other.sentAt);
  for (const entry of ordered) {
    const call = await readCall(entry, ports);
    if (typeof call === 'string') leftOut.push(call);
    else calls.push(call);
  }
  return { calls: calls.flatMap((call) => withEmulator(call, calls, ports.control)), leftOut };
}

async function readCall(entry: HistoryEntry, ports: RecordPorts): Promise<RecordedCall | string> {
  const { outcome, operation: id } = entry;
  const [providerId = ''] = id.split('/');
  const provider = providerId === ports.control.id ? ports.control : await ports.provider(providerId);
  const operation = provider?.operations.find((one) => one.id === id);
  if (provider === undefined || operation === undefined) return `"${id}" is not known here any more.`;
  if (outcome.kind === 'failed') return describedCall(operation, 'no reply came, so nothing can be expected of it');
  const read = outcome.truncated ? undefined : readJson(outcome.body);
  const body = read?.kind === 'read' ? read.value : undefined;
  if (isForToken(entry, provider, operation, body)) {
    return describedCall(operation, 'whoever runs the scenario fetches tokens with the credentials of the connection');
  }
  return {
    entry,
    provider,
    operation,
    emulatorOf: undefined,
    onEmulator: provider === ports.control || entry.connection === emulatorConnectionId,
    reply: outcome,
    body,
  };
}

/** It sends or brings what no file holds, and is no call that a token is needed for. */
function isForToken(
  { request, traced = {} }: HistoryEntry,
  { auth }: Provider,
  { authorization = 'token' }: Operation,
  body: JsonValue | undefined,
): boolean {
  if (authorization === 'token' || auth.acquire === undefined) return false;
  const isSecretSent = maskedPointers(request).some((pointer) => !Object.hasOwn(traced, pointer));
  return isSecretSent || placedScalars(body).some(({ value }) => isMasked(value));
}

/** Whose emulator a call of the emulator's own is for: told by the address, or that of all that were called. */
function withEmulator(call: RecordedCall, calls: readonly RecordedCall[], control: Provider): readonly RecordedCall[] {
  if (call.provider !== control) return [call];
  const others = calls.filter(({ provider, onEmulator }) => provider !== control && onEmulator);
  const sameAddress = others.filter(({ entry }) => entry.baseUrl === call.entry.baseUrl);
  const meant = sameAddress.length > 0 ? sameAddress.slice(0, 1) : others;
  const ids = new Set(meant.map(({ provider }) => provider.id));
  return [...ids].map((emulatorOf) => ({ ...call, emulatorOf }));
}
