import type { Example } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { queryVariants } from '../../unit/fixtures/queryVariants';
import { emulatorOf, type KnownCall, type MeasuredEmulator } from './emulatorOf';

export interface MeasuredCall {
  readonly what: string;
  /** Milliseconds of the processor, and of a small state. */
  readonly many: number;
  readonly few: number;
  /** The middle of those of the rounds. */
  readonly ratio: number;
}

export interface MeasuredStates {
  readonly calls: readonly MeasuredCall[];
  readonly bytesPerDocument: number;
  /** Of what was taken, how much a reset gives back. */
  readonly givenBack: number;
}

const rounds = 7;
/** What looks slower than that is looked at longer: of hundreds of short calls, some always look so by chance. */
const doubtful = 1.5;
const longRounds = 35;
/** Calls that are shorter are made several times: the clock is too coarse for one. */
const leastMs = 16;

/** Each call that answers the same again and again, on a state of so many documents and on a small one, in turn. */
export async function measureStates(provider: Provider, count: number, small: number): Promise<MeasuredStates> {
  const few = await emulatorOf(provider);
  const many = await emulatorOf(provider);
  await fill(provider, few, small);
  const before = heapBytes();
  await fill(provider, many, count);
  const taken = heapBytes() - before;
  const calls: MeasuredCall[] = [];
  for (const [ofFew, ofMany] of await pairs(provider, few, many)) calls.push(measure(few, ofFew, many, ofMany));
  for (const { emulator } of [few, many]) emulator.reset();
  const left = heapBytes() - before;
  return { calls, bytesPerDocument: taken / count, givenBack: 1 - left / taken };
}

function heapBytes(): number {
  if (globalThis.gc === undefined) throw new Error('Start it with --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

async function fill(provider: Provider, measured: MeasuredEmulator, count: number): Promise<void> {
  const { emulator } = measured;
  const documents = () => heldBy(measured);
  for (const { id, method, examples } of provider.operations) {
    const [example] = examples;
    if (method !== 'POST' || example === undefined) continue;
    const before = documents();
    const made = await measured.call(id, example);
    if (made === undefined || documents() === before) continue;
    const { request, status } = made;
    for (let place = 1; place < count; place += 1) {
      const reply = emulator.handle(request);
      if (reply.status !== status) throw new Error(`${id} answers ${reply.status} after ${place} documents.`);
    }
    return;
  }
  throw new Error(`No call of ${provider.id} makes a document.`);
}

function heldBy({ emulator }: MeasuredEmulator): number {
  const request = { method: 'GET', path: '/__emulator/state', query: {}, headers: {}, body: new Uint8Array() };
  const { body } = emulator.handle({
    ...request,
    baseUrl: 'http://127.0.0.1',
    url: 'http://127.0.0.1/__emulator/state',
  });
  return (body as { readonly documents: readonly unknown[] }).documents.length;
}

/** Calls with the same answer on both, each time that they are made. */
async function pairs(provider: Provider, few: MeasuredEmulator, many: MeasuredEmulator) {
  const found: (readonly [KnownCall, KnownCall])[] = [];
  for (const { id, method, examples, request: known } of provider.operations) {
    const [example] = examples;
    if (example === undefined) continue;
    const all: readonly Example[] = method === 'GET' ? [example, ...queryVariants(example, known.query)] : [example];
    for (const asked of all) {
      const query = asked === example ? '' : ` ${JSON.stringify(asked.query)}`;
      const [one, other] = [await repeatable(few, id, asked), await repeatable(many, id, asked)];
      // What answers more has more to do.
      if (one === undefined || other?.status !== one.status || other.size > 1.5 * one.size) continue;
      found.push([
        { what: `${id}${query}`, ...one },
        { what: id, ...other },
      ]);
    }
  }
  return found;
}

async function repeatable(measured: MeasuredEmulator, id: string, example: Example) {
  const call = await measured.call(id, example).catch(() => undefined);
  if (call === undefined || call.status >= 400) return undefined;
  const { status, body } = measured.emulator.handle(call.request);
  return status === call.status ? { ...call, size: JSON.stringify(body ?? '').length } : undefined;
}

function measure(few: MeasuredEmulator, ofFew: KnownCall, many: MeasuredEmulator, ofMany: KnownCall): MeasuredCall {
  // As often on both: calls that add something add as much to each.
  const times = timesOf([few, ofFew], [many, ofMany]);
  const measured: [number, number][] = [];
  const measureRounds = (count: number) => {
    while (measured.length < count) {
      // Whichever is second finds what the first has warmed: they take turns.
      const isFirst = measured.length % 2 === 0;
      const before = isFirst ? cpuMs(few, ofFew, times) : 0;
      const large = cpuMs(many, ofMany, times);
      measured.push([large / times, (isFirst ? before : cpuMs(few, ofFew, times)) / times]);
    }
    return middle(measured.map(([one, other]) => one / other));
  };
  const first = measureRounds(rounds);
  return {
    what: ofFew.what,
    ratio: first > doubtful ? measureRounds(longRounds) : first,
    many: middle(measured.map(([one]) => one)),
    few: middle(measured.map(([, one]) => one)),
  };
}

function timesOf(...calls: readonly (readonly [MeasuredEmulator, KnownCall])[]): number {
  const each = calls.map(([measured, known]) => cpuMs(measured, known, 3) / 3);
  return Math.max(1, Math.ceil(leastMs / Math.max(0.01, Math.min(...each))));
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Time of the processor: what the machine does besides counts for nothing. */
function cpuMs({ emulator }: MeasuredEmulator, { request }: KnownCall, times: number): number {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) emulator.handle(request);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
