import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeCliProblem } from '../../src/cli/print/describeCliProblem';
import { paintFor } from '../../src/cli/print/paint';
import { sendText } from '../../src/cli/print/sendText';
import { emulatorConnection } from '../../src/core/connections/connection';
import { historyEntry } from '../../src/core/history/record';
import type { Reply } from '../../src/core/http';
import type { Operation, RequestValues } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { allowsText } from '../../src/core/replies/judging/documentedShape';
import { replyState } from '../../src/core/replies/replyState';
import { restoreRun } from '../../src/core/replies/restoreRun';
import { joinPointer, setAt } from '../../src/core/requests/pointer';
import { readReply } from '../../src/core/sending/readReply';
import type { Run, SendOutcome } from '../../src/core/sending/run';
import { sendReport } from '../../src/headless/sendReport';
import { providers } from '../../src/providers';
import { runs } from '../unit/fixtures/runs';
import { foreignWords } from '../unit/foreignWords';
import { sampleReply } from './sampleReply';

const registry = new ProviderRegistry(providers);
const paint = paintFor({ colors: false });

/** What may stand in the place of a documented value; as JSON, since some of it no JavaScript value can be. */
const mutants: readonly string[] = [
  'null',
  '45',
  '"45"',
  '1e300',
  'true',
  '""',
  '[]',
  '{}',
  '[{"link":"javascript:alert(1)"}]',
  '{"a":{"b":[null]}}',
  '"\\ud800"',
  '"\\u0000\\u001b]0;x\\u0007"',
  '"javascript:alert(1)"',
  '"//pages.example/x"',
  '" /relative?token=0123456789 "',
  '"http://["',
  '"http://user:word@[::1]:99999999/"',
];

/** No operation gets to see these: the gate is before all of them. */
const endless: readonly string[] = [
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
];

const longToken = JSON.stringify('t0k3n/+'.repeat(18_000));

const hole = 'the place of the mutant';

for (const id of registry.ids) {
  describe(`any reply to ${id}`, () => {
    it('ends in no exception and in words of ours', async () => {
      const provider = await known(id);
      for (const operation of provider.operations) {
        const cases = documented(operation);
        const mutated = fc.record({ sample: fc.constantFrom(...cases), mutant: fc.constantFrom(...mutants) });
        const placed = mutated.chain(({ sample, mutant }) =>
          fc.constantFrom(...sample.pointers).map((pointer) => ({ ...sample, pointer, mutant })),
        );
        const check = fc.property(placed, ({ status, body, pointer, mutant }) => {
          assertShown(provider, operation, jsonReply(status, withMutant(body, pointer, mutant)));
        });
        fc.assert(check, { numRuns: runs(4, 100) });
      }
    });

    it('may answer values that were sent anyway, whatever their shape', async () => {
      const provider = await known(id);
      for (const operation of provider.operations) {
        const successes = documented(operation).filter(({ status }) => status < 300);
        const values = fc.record({ body: fc.jsonValue(), path: fc.constant({}), query: fc.constant({}) });
        const check = fc.property(fc.constantFrom(...successes), values, ({ status, body }, sent) => {
          const text = body === undefined ? '' : JSON.stringify(body);
          assertShown(provider, operation, jsonReply(status, text), sent as RequestValues);
        });
        fc.assert(check, { numRuns: runs(2, 50) });
      }
    });

    it('may have half a character wherever links are read from', async () => {
      const provider = await known(id);
      for (const operation of provider.operations.filter(({ findLinks }) => findLinks !== undefined)) {
        for (const { status, body, pointers } of documented(operation).filter((one) => one.status < 300)) {
          for (const pointer of pointers)
            assertShown(provider, operation, jsonReply(status, withMutant(body, pointer, '"\\ud800"')));
        }
      }
    });

    it('may be nested without end', async () => {
      const provider = await known(id);
      const [operation] = provider.operations;
      assert.ok(operation);
      for (const mutant of endless) assertShown(provider, operation, jsonReply(200, `{"id":${mutant}}`));
    });

    it('may hold the longest tokens', async () => {
      const provider = await known(id);
      for (const operation of provider.operations) {
        for (const { status, body, pointers } of documented(operation).filter((one) => one.status < 300)) {
          assertShown(provider, operation, jsonReply(status, withMutant(body, pointers.at(-1) ?? '', longToken)));
        }
      }
    });

    it('is no success when it is a page, a part, or wrapped in something else', async () => {
      const provider = await known(id);
      for (const operation of provider.operations) {
        const success = documented(operation).find(({ status, body }) => status < 300 && body !== undefined);
        const text = JSON.stringify(success?.body ?? {});
        const isText = Object.entries(operation.replies).some(
          ([status, schema]) => Number(status) < 300 && allowsText(schema),
        );
        const page = '<!DOCTYPE html><html><head><title>Sign in</title></head><body>…</body></html>';
        const bodies =
          isText || success === undefined
            ? [page]
            : [page, text.slice(0, -1), `<!-- x -->${text}`, `${text}<!-- y -->`];
        for (const body of bodies) {
          const { outcome } = runWith(provider, operation, jsonReply(200, body));
          assert.ok(outcome.kind === 'replied');
          const { failed, verdict, links, nextSteps } = outcome.reading;
          assert.deepEqual(
            [failed, verdict.kind, links],
            [true, 'foreign', []],
            `${operation.id}: ${body.slice(0, 60)}`,
          );
          assert.ok(nextSteps.every(({ subject }) => subject === 'Whether it took effect'));
        }
      }
    });

    it('is a success as it is documented', async () => {
      const provider = await known(id);
      for (const operation of provider.operations) {
        for (const { status, body } of documented(operation).filter((one) => one.status < 300)) {
          const { outcome } = runWith(provider, operation, documentedReply(status, body));
          assert.ok(outcome.kind === 'replied');
          assert.equal(outcome.reading.verdict.kind, 'answer', `${operation.id}: ${status}`);
        }
      }
    });

    it('leads to next steps whose subjects begin as titles do', async () => {
      const provider = await known(id);
      for (const operation of provider.operations) {
        for (const { status, body } of documented(operation).filter((one) => one.status < 300)) {
          const { outcome } = runWith(provider, operation, documentedReply(status, body));
          assert.ok(outcome.kind === 'replied');
          for (const { subject = '' } of outcome.reading.nextSteps) {
            assert.doesNotMatch(subject, /^(?:an?|of|the|every\w*)\b/, operation.id);
          }
        }
      }
    });
  });
}

async function known(id: string): Promise<Provider> {
  const provider = await registry.provider(id);
  assert.ok(provider);
  return provider;
}

interface Sample {
  readonly status: number;
  readonly body: unknown;
  /** Of all its values. */
  readonly pointers: readonly string[];
}

function documented(operation: Operation): readonly Sample[] {
  return Object.entries(operation.replies).map(([status, schema]) => {
    const body = sampleReply(schema);
    return { status: Number(status), body, pointers: pointersIn(body, '') };
  });
}

function pointersIn(value: unknown, pointer: string): readonly string[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([key, part]) => pointersIn(part, joinPointer(pointer, key)))];
}

function withMutant(body: unknown, pointer: string, mutant: string): string {
  return JSON.stringify(setAt(body, pointer, hole)).replace(JSON.stringify(hole), () => mutant);
}

function documentedReply(status: number, body: unknown): Reply {
  if (!(body instanceof Uint8Array)) return jsonReply(status, body === undefined ? '' : JSON.stringify(body));
  return { ...jsonReply(status, ''), headers: { 'content-type': 'application/pdf' }, bytes: body };
}

function jsonReply(status: number, text: string): Reply {
  const bytes = new TextEncoder().encode(text);
  return { status, statusText: '', headers: { 'content-type': 'application/json' }, bytes, durationMs: 1 };
}

function exampleValues({ examples: [example] }: Operation): RequestValues {
  const { title: _title, source: _source, ...values } = example ?? { title: '', source: 'ours' };
  return values;
}

function runWith(provider: Provider, operation: Operation, reply: Reply, values = exampleValues(operation)): Run {
  const connection = emulatorConnection(provider, 'http://127.0.0.1:4010');
  const context = {
    provider,
    operation,
    connection,
    values,
    now: 0,
    secrets: [],
    remarks: [],
  };
  const { reading, secrets } = readReply(reply, context);
  const outcome: SendOutcome = { kind: 'replied', reply, reading };
  return {
    id: 'run-1',
    sentAt: 0,
    request: { operation: operation.id, connection: connection.id, ...values },
    origin: { cause: 'form' },
    provider: provider.id,
    environment: connection.environmentTitle,
    baseUrl: connection.baseUrl,
    sent: { method: operation.method, url: connection.baseUrl, headers: {}, body: undefined },
    inSpiteOf: [],
    outcome,
    secrets,
  };
}

/** Through everything that shows, prints or keeps it. */
function assertShown(provider: Provider, operation: Operation, reply: Reply, values?: RequestValues): void {
  const run = runWith(provider, operation, reply, values);
  const result = { provider, operation, run, problem: undefined };
  const stored = JSON.parse(JSON.stringify(historyEntry(run, operation)));
  const again = restoreRun(stored, provider);
  const state = replyState(run, provider);
  const texts = [
    sendText(paint, result, { isTerminal: false }).result,
    JSON.stringify(sendReport('request.esign.json', result, describeCliProblem)),
    JSON.stringify(state),
    JSON.stringify(replyState(again.run, provider, again.stored)),
  ];
  for (const text of texts) assert.doesNotMatch(text.slice(0, 20_000), foreignWords, operation.id);
  if (state.kind !== 'replied') return;
  for (const { url } of state.links) assert.match(url, /^https?:/, operation.id);
}
