import assert from 'node:assert/strict';
import { emulatorConnection } from '../../src/core/connections/connection';
import type { Collection, DocumentPage } from '../../src/core/documents';
import { type Reply, replyJson } from '../../src/core/http';
import type { Call, RequestValues } from '../../src/core/operation';
import { describeProblem } from '../../src/core/problems/describeProblem';
import { describeRefusal } from '../../src/core/problems/describeRefusal';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { Play } from '../../src/core/scenarios/play';
import { CallFailed } from '../../src/core/sending/callFailed';
import { readReply } from '../../src/core/sending/readReply';
import { providers } from '../../src/providers';
import { openInProcess } from '../unit/fixtures/openStage';
import { foreignWords } from '../unit/foreignWords';

const registry = new ProviderRegistry(providers.filter(({ rung }) => rung === 'emulated'));

/** What may come instead of a list, with a status that says success. */
const others: readonly string[] = [
  '{}',
  '[]',
  'null',
  '45',
  '"text"',
  '[[]]',
  '{"data":null}',
  '{"data":{}}',
  '{"results":"none","count":0}',
  '{"count":"many"}',
  '<!doctype html><title>Sign in</title><p>Please sign in</p>',
  '',
];

const values: readonly unknown[] = [null, 45, '45', true, [], {}, [null], [45], [{}]];

describe('A list of another shape than documented', () => {
  for (const id of registry.ids) {
    it(`${id}: is told in words of ours`, async () => {
      const { provider, call } = await opened(id);
      for (const collection of listed(provider)) {
        const { envelope } = await listOf(provider, collection, call);
        for (const text of [...others, ...oddEnvelopes(envelope)]) {
          const answer = answering(provider, call, () => text);
          await toldOrListed(provider, collection, answer);
        }
      }
    });

    it(`${id}: hides none of its rows behind an odd one`, async () => {
      const { provider, call } = await opened(id);
      for (const collection of listed(provider)) {
        const { rows, page } = await listOf(provider, collection, call);
        assert.ok(rows.length > 0, `${collection.id} has no rows`);
        for (const odd of oddOnes(rows)) {
          const found = await list(provider, collection, answering(provider, call, withRow(odd)));
          assertNoneHidden(page, found, odd);
        }
      }
    });
  }

  it('is tried with somebody', async () => {
    const all = await Promise.all(registry.ids.map((id) => registry.provider(id)));
    assert.ok(all.some((provider) => provider !== undefined && listed(provider).length > 0));
  });
});

const listed = (provider: Provider): readonly Collection[] =>
  provider.resources.collections.filter((one) => one.list !== undefined);

async function opened(id: string): Promise<{ provider: Provider; call: Call }> {
  const provider = await registry.provider(id);
  assert.ok(provider);
  const { stage } = await openInProcess(provider);
  const call = new Play(stage).call();
  const answers = new Map<string, Promise<unknown>>();
  const remembered: Call = (operation, asked) => {
    const key = JSON.stringify([operation, asked]);
    const answer = answers.get(key) ?? call(operation, asked);
    answers.set(key, answer);
    return answer;
  };
  return { provider, call: remembered };
}

async function list(provider: Provider, { id }: Collection, call: Call): Promise<DocumentPage> {
  const collection = provider.resources.collections.find((one) => one.id === id);
  assert.ok(collection?.list);
  return collection.list(call, undefined);
}

/** What the first call of a list answers. */
async function listOf(provider: Provider, collection: Collection, call: Call) {
  const bodies: unknown[] = [];
  const page = await list(provider, collection, async (...given) => {
    const body = await call(...given);
    bodies.push(body);
    return body;
  });
  const [body] = bodies;
  const envelope = Array.isArray(body) ? {} : (body as Record<string, unknown>);
  return { page, envelope, rows: rowsIn(body) };
}

function rowsIn(body: unknown): readonly Record<string, unknown>[] {
  const lists = Array.isArray(body) ? [body] : Object.values(body as object).filter(Array.isArray);
  return lists.find((one) => one.some((row: unknown) => typeof row === 'object')) ?? [];
}

/** What lies around the rows, with one thing that is odd. */
function oddEnvelopes(envelope: Record<string, unknown>): readonly string[] {
  return Object.keys(envelope).flatMap((key) => values.map((value) => JSON.stringify({ ...envelope, [key]: value })));
}

/** Puts a row before the others of the first list of a reply. */
const withRow =
  (odd: unknown) =>
  (body: unknown): string => {
    if (Array.isArray(body)) return JSON.stringify([odd, ...body]);
    const rows = rowsIn(body);
    const entries = Object.entries(body as object).map(([key, value]) => [
      key,
      value === rows ? [odd, ...rows] : value,
    ]);
    return JSON.stringify(Object.fromEntries(entries));
  };

/** A row in which one thing is odd, or all of it. */
function oddOnes([row = {}]: readonly Record<string, unknown>[]): readonly unknown[] {
  return [
    ...values,
    ...Object.keys(row).flatMap((key) => values.map((value) => ({ ...row, [key]: value }))),
    ...Object.keys(row).map((key) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== key))),
  ];
}

/** All others are there, and of the odd one there is a row or a remark. */
function assertNoneHidden(before: DocumentPage, { items, remarks = [] }: DocumentPage, odd: unknown): void {
  const known = new Set(before.items.map(({ id }) => id));
  const still = new Set(items.map(({ id }) => id).filter((id) => known.has(id)));
  assert.deepEqual(still, known, JSON.stringify(odd));
  const isTold = remarks.length > 0 || items.length > before.items.length || isTwin(odd, known);
  assert.ok(isTold, JSON.stringify(odd));
  for (const remark of remarks) assertOurs(remark);
}

/** One that has the ID of another row, with which it is one. */
function isTwin(odd: unknown, known: ReadonlySet<string>): boolean {
  return typeof odd === 'object' && odd !== null && Object.values(odd).some((value) => known.has(value));
}

/** A server that answers reading calls with something else, behind the gate that every reply passes. */
function answering(provider: Provider, call: Call, change: (body: unknown) => string): Call {
  return async (id, asked, credentials) => {
    const operation = provider.operations.find((one) => one.id === id);
    assert.ok(operation);
    const reply = replyOf(change(await call(id, asked, credentials)));
    const { reading } = readReply(reply, {
      ...{ provider, operation, values: asked as RequestValues, now: 0, secrets: [], remarks: [] },
      connection: emulatorConnection(provider, 'http://127.0.0.1:4010'),
    });
    if (reading.failed) throw new CallFailed(id, { kind: 'replied', reply, reading });
    return replyJson(reply);
  };
}

function replyOf(text: string): Reply {
  const type = text.startsWith('<') ? 'text/html' : 'application/json';
  const bytes = new TextEncoder().encode(text);
  return { status: 200, statusText: 'OK', headers: { 'content-type': type }, bytes, durationMs: 1 };
}

/** Either is a page, or a call that failed and can be explained: nothing else is thrown. */
async function toldOrListed(provider: Provider, collection: Collection, call: Call): Promise<void> {
  try {
    const { remarks = [] } = await list(provider, collection, call);
    for (const remark of remarks) assertOurs(remark);
  } catch (error: unknown) {
    if (!(error instanceof CallFailed)) throw error;
    const { outcome } = error;
    const { title, cause } = outcome.kind === 'failed' ? describeProblem(outcome.problem) : describeRefusal(outcome);
    assertOurs(title);
    assertOurs(cause);
  }
}

function assertOurs(text: string): void {
  assert.notEqual(text, '');
  assert.doesNotMatch(text, foreignWords);
}
