import type { EmulatorDefinition, EmulatorTools } from '../../core/emulation';
import type { Provider } from '../../core/provider';
import type { createBench } from '../bench';
import { emulatorProduct } from '../control';
import type { KeptMessage } from '../deliveries/deliveries';
import { listDocuments } from '../describeDocument';

import { adoptState } from './adoptState';
import { checksum } from './checksum';
import { decodeState, UnreadableState } from './decodeState';
import { encodeState } from './encodeState';
import { readSnapshot, type Snapshot, snapshotForm } from './snapshot';

type Bench = ReturnType<typeof createBench>;

export function takeSnapshot(
  provider: Provider,
  { clock, switches, vendor, deliveries }: Bench,
  state: unknown,
): Snapshot {
  if (typeof state !== 'object' || state === null) throw new Error(`The state of ${provider.id} is no object.`);
  const encoded = encodeState({ ...state, [messagesName]: deliveries.kept() });
  const vendorWebhook = vendor.address();
  return {
    product: emulatorProduct,
    form: snapshotForm,
    provider: provider.id,
    takenAt: new Date(clock.now()).toISOString(),
    aheadMs: clock.ahead,
    speed: clock.speed,
    switches: switches.list().flatMap(({ name, isOn }) => (isOn ? [name] : [])),
    ...(vendorWebhook !== undefined && { vendorWebhook }),
    checksum: checksum(JSON.stringify(encoded)),
    state: encoded,
  };
}

/**
 * The state that a snapshot holds, with the clock and what else was set as it was then; or why it cannot be had, and
 * then nothing has changed.
 */
export function restoreSnapshot(
  value: unknown,
  provider: Provider,
  definition: EmulatorDefinition,
  bench: Bench,
): { readonly state: unknown } | string {
  const snapshot = readSnapshot(value, provider.id);
  if (typeof snapshot === 'string') return snapshot;
  try {
    const { state, messages } = stateOf(snapshot, definition, bench);
    bench.reset();
    bench.forget();
    bench.clock.run(snapshot.speed);
    bench.clock.advance(snapshot.aheadMs);
    bench.switches.turn(Object.fromEntries(snapshot.switches.map((name) => [name, true])));
    bench.vendor.register(snapshot.vendorWebhook);
    bench.deliveries.putBack(messages);
    return { state };
  } catch (error: unknown) {
    if (error instanceof UnreadableState) return `The state cannot be read. ${error.message}`;
    throw error;
  }
}

function stateOf({ aheadMs, state: written }: Snapshot, definition: EmulatorDefinition, { clock, tools }: Bench) {
  const read = new Map(decodeState(written));
  const messages = read.get(messagesName);
  read.delete(messagesName);
  if (!Array.isArray(messages)) throw new UnreadableState('It does not say what was sent.');
  // As long as the state is made, nothing in it expires, and nobody is told of what happened long ago.
  let isMade = false;
  let madeAt = 0;
  const own: EmulatorTools = {
    ...tools,
    now: () => (isMade ? clock.now() : madeAt),
    deliver: (message) => (isMade ? tools.deliver(message) : { attempts: [] }),
  };
  const state = definition.createState(own);
  if (typeof state !== 'object' || state === null) throw new UnreadableState('There is no such state.');
  adoptState(state, read);
  madeAt = clock.now() - clock.ahead + aheadMs;
  listDocuments(definition, { state, tools: own, baseUrl: 'http://127.0.0.1' }, undefined);
  isMade = true;
  // As they were when they were written: the checksum says so.
  return { state, messages: messages as readonly KeptMessage[] };
}

/** Beside the names of the state, none of which begins so. */
const messagesName = '#messages';
