import assert from 'node:assert/strict';
import { emulatorConnection } from '../../src/core/connections/connection';
import { historyEntry } from '../../src/core/history/record';
import { defaultLimits, type HttpClient, type HttpOutcome, type HttpRequest } from '../../src/core/http';
import type { Operation, RequestValues } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { replyState } from '../../src/core/replies/replyState';
import { fieldsByMeta } from '../../src/core/requests/fieldsByMeta';
import { setAt } from '../../src/core/requests/pointer';
import { Confirmations } from '../../src/core/sending/asking/mayBeSent';
import type { DoorPorts } from '../../src/core/sending/ports';
import { sendRequest } from '../../src/core/sending/sendRequest';
import { TokenCache } from '../../src/core/sending/tokens/tokenCache';
import { providers } from '../../src/providers';

const registry = new ProviderRegistry(providers);

/** With characters that are written differently in addresses, in JSON and in forms. */
const secret = 'p@ss "word"/+é';

for (const id of registry.ids) {
  describe(`secrets that ${id} has in addresses`, () => {
    it('are masked in what is shown, printed and stored', async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      for (const { operation, pointer } of provider.operations.flatMap(secretsInAddress)) {
        for (const answer of [redirect, echo, unreachable]) await assertMasked(provider, operation, pointer, answer);
      }
    });
  });
}

type Answer = (request: HttpRequest, count: number) => HttpOutcome;

async function assertMasked(provider: Provider, operation: Operation, pointer: string, answer: Answer): Promise<void> {
  const [example] = operation.examples;
  assert.ok(example);
  const { title: _title, source: _source, ...values } = example;
  const request = {
    operation: operation.id,
    connection: 'emulator',
    ...(setAt(values as RequestValues, pointer, secret) as RequestValues),
  };
  const addresses: string[] = [];
  const http: HttpClient = {
    send: async (sent) => {
      // A space in a query may be written as a plus.
      addresses.push(decodeURIComponent(sent.url), decodeURIComponent(sent.url.replaceAll('+', ' ')));
      return answer(sent, addresses.length / 2);
    },
  };
  const run = await sendRequest({ ...ports(provider, operation), http }, request, { cause: 'form' });
  assert.ok(
    addresses.some((address) => address.includes(secret)),
    `${operation.id} was not sent with it`,
  );
  const shown = JSON.stringify([
    { sent: run.sent, problem: run.outcome.kind === 'failed' ? run.outcome.problem : run.outcome.reading },
    historyEntry(run, operation),
    replyState(run, provider),
  ]);
  for (const spelling of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
    const escaped = JSON.stringify(spelling).slice(1, -1);
    assert.ok(!shown.includes(spelling) && !shown.includes(escaped), `${operation.id} shows ${spelling}`);
  }
}

function ports(provider: Provider, operation: Operation): Omit<DoorPorts, 'http'> {
  let ids = 0;
  const names = provider.auth.kinds.flatMap(({ fields }) => Object.keys(fields.shape));
  const credentials = Object.fromEntries(names.map((name) => [name, `value-of-${name}`]));
  return {
    limits: defaultLimits,
    tokens: new TokenCache(),
    policy: { allowedRecipients: [], confirmations: new Confirmations() },
    ask: async () => true,
    operation: async () => ({ provider, operation }),
    connection: async () => emulatorConnection(provider, 'http://127.0.0.1:4010'),
    credentials: async () => ({ kind: 'found', credentials }) as const,
    readFile: async () => ({ kind: 'unreadable', reason: 'there is none' }) as const,
    now: () => 0,
    newId: () => `run-${++ids}`,
  };
}

function secretsInAddress(operation: Operation): readonly { operation: Operation; pointer: string }[] {
  return (['path', 'query'] as const).flatMap((section) => {
    const schema = operation.request[section];
    const filled = schema && Object.fromEntries(Object.keys(schema.shape).map((name) => [name, 'x']));
    const pointers = schema ? fieldsByMeta(schema, filled, (meta) => meta.secret === true, `/${section}`) : [];
    return pointers.map((pointer) => ({ operation, pointer }));
  });
}

const redirect: Answer = ({ url }, count) => {
  const location = `${new URL(url).pathname}/once-more`;
  return count % 2 === 1 ? reply(302, { location }, '') : reply(200, {}, '{}');
};

const echo: Answer = ({ url }) => reply(404, { 'content-type': 'text/plain' }, `${url} is not here: ${secret}`);

const unreachable: Answer = () => ({
  kind: 'failed',
  failure: { kind: 'unreachable', code: 'ECONNREFUSED', detail: 'nobody listens' },
});

function reply(status: number, headers: Readonly<Record<string, string>>, text: string): HttpOutcome {
  const bytes = new TextEncoder().encode(text);
  return { kind: 'replied', reply: { status, statusText: '', headers, bytes, durationMs: 1 } };
}
