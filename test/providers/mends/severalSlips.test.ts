import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Operation, RequestValues } from '../../../src/core/operation';
import { ProviderRegistry } from '../../../src/core/registry';
import { getAt, joinPointer, setAt } from '../../../src/core/requests/pointer';
import type { JsonValue } from '../../../src/protocol/json';
import { isObject } from '../../../src/protocol/jsonKinds';
import { providers } from '../../../src/providers';
import { runs } from '../../unit/fixtures/runs';
import { assertDone, assertEnds, issuesOf } from './mended';

/* Requests in whose lists several values, names and items are wrong at once, in any way. */

const registry = new ProviderRegistry(providers);
const tried = { numRuns: runs(3) };

/** A member of an item of a list, or the item, and what becomes of it. */
interface Slip {
  readonly list: number;
  readonly item: number;
  readonly member: number;
  readonly change: Change;
}

type Change =
  | { readonly kind: 'value'; readonly value: JsonValue }
  | { readonly kind: 'text'; readonly spoil: (text: string) => JsonValue }
  | { readonly kind: 'name'; readonly name: string }
  /** The item itself. */
  | { readonly kind: 'item'; readonly value: JsonValue }
  | { readonly kind: 'gone' | 'twice' };

const spoils: readonly ((text: string) => JsonValue)[] = [
  (text) => ` ${text}`,
  (text) => `${text}\u00A0`,
  (text) => `"${text}"`,
  (text) => `${text};`,
  (text) => text.toUpperCase(),
  (text) => text.slice(1),
  (text) => `${text}${text}`,
  (text) => [text],
  (text) => ({ value: text }),
  () => '',
];

const odd: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    0,
    -1,
    1e9,
    '45',
    'true',
    'null',
    '{}',
    '[]',
    '{{name}}',
    'x{{name}}',
    '{{$uuid}}',
  ),
  fc.constantFrom<JsonValue>(
    'Zoë',
    'ولد',
    '名前',
    '\u200Ba',
    '😀',
    "O'Brien",
    '2026/1/5',
    '<b>',
    'a@b.example; c@d.example',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as JsonValue),
);

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: odd.map((value) => ({ kind: 'value', value }) as const) },
  { weight: 4, arbitrary: fc.constantFrom(...spoils).map((spoil) => ({ kind: 'text', spoil }) as const) },
  { weight: 2, arbitrary: fc.constantFrom('s', ' ', 'x', '~/').map((name) => ({ kind: 'name', name }) as const) },
  { weight: 1, arbitrary: odd.map((value) => ({ kind: 'item', value }) as const) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'gone' } as const, { kind: 'twice' } as const) },
);

const slips = fc.array(fc.record({ list: fc.nat(), item: fc.nat(), member: fc.nat(), change }), {
  minLength: 1,
  maxLength: 5,
});

describe('Mends of several slips at once', () => {
  for (const { id, title } of registry.entries) {
    it(`do what they say and change no other field, in the lists of every example: ${title}`, async () => {
      let mended = 0;
      const all = await examplesOf(id);
      for (const { operation, right } of all) {
        fc.assert(
          fc.property(slips, (made) => {
            const wrong = made.reduce(spoiled, right);
            const issues = issuesOf(operation, wrong);
            for (const issue of issues.filter(({ mend }) => mend !== undefined)) {
              assertDone(operation, wrong, issue);
              mended += 1;
            }
          }),
          tried,
        );
      }
      if (all.length > 2) assert.ok(mended > 0, 'nothing was mended');
    });

    it(`leave nothing to mend when all are made, and no more problems, in every list of every example: ${title}`, async () => {
      for (const { operation, right } of await examplesOf(id)) {
        for (const list of listsWithin(right, '').keys()) {
          await fc.assert(
            fc.asyncProperty(slips, (made) => {
              const wrong = made.map((slip, nth) => (nth === 0 ? { ...slip, list } : slip)).reduce(spoiled, right);
              return assertEnds(operation, wrong);
            }),
            tried,
          );
        }
      }
    });
  }
});

async function examplesOf(id: string): Promise<readonly { operation: Operation; right: RequestValues }[]> {
  const { operations = [] } = (await registry.provider(id)) ?? {};
  return operations.flatMap((operation) =>
    operation.examples.flatMap(({ path, query, body }) => {
      const right = { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
      return listsWithin(right, '').length > 0 ? [{ operation, right }] : [];
    }),
  );
}

/** Lists of objects. */
function listsWithin(value: unknown, pointer: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, one]) => listsWithin(one, joinPointer(pointer, key)));
  return Array.isArray(value) && value.length > 0 && value.every(isObject) ? [pointer, ...inner] : inner;
}

function spoiled(values: RequestValues, { list, item, member, change: made }: Slip): RequestValues {
  const lists = listsWithin(values, '');
  const at = lists[list % Math.max(1, lists.length)];
  if (at === undefined) return values;
  const items = getAt(values, at) as readonly JsonValue[];
  const index = item % items.length;
  const own = items[index];
  if (!isObject(own)) return values;
  if (made.kind === 'item') return setAt(values, joinPointer(at, index), made.value);
  if (made.kind === 'twice') return setAt(values, at, [...items, own]);
  const names = Object.keys(own);
  const name = names[member % Math.max(1, names.length)] ?? 'name';
  const value = own[name] ?? null;
  const others = Object.entries(own).filter(([key]) => key !== name);
  const changed: readonly (readonly [string, JsonValue])[] = {
    value: () => [[name, made.kind === 'value' ? made.value : value] as const],
    text: () => [[name, made.kind === 'text' && typeof value === 'string' ? made.spoil(value) : null] as const],
    name: () => [[name + (made.kind === 'name' ? made.name : ''), value] as const],
    gone: () => [],
  }[made.kind]();
  return setAt(values, joinPointer(at, index), Object.fromEntries([...others, ...changed]));
}
