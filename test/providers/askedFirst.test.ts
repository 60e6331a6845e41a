import assert from 'node:assert/strict';
import type { Credentials } from '../../src/core/auth';
import type { Connection } from '../../src/core/connections/connection';
import type { HttpClient } from '../../src/core/http';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { sendRequest } from '../../src/core/sending/sendRequest';
import { providers } from '../../src/providers/index';
import { testPorts } from '../unit/core/sending/parcelProvider';

const registry = new ProviderRegistry(providers);

for (const id of registry.ids) {
  it(`The question before sending comes before any credentials are asked for: ${id}`, async () => {
    const provider = await registry.provider(id);
    assert.ok(provider);
    for (const operation of provider.operations) {
      const needsNone = operation.authorization === 'none' && !JSON.stringify(operation.examples).includes('{{cred');
      if (needsNone) continue;
      const declined = await stepsOf(provider, operation, undefined);
      assert.deepEqual(declined, ['question'], operation.id);
      for (const kind of provider.auth.kinds) {
        const credentials = Object.fromEntries(
          Object.keys(kind.fields.shape).map((name) => [name, 'sample-0123456789']),
        );
        const [first, second] = await stepsOf(provider, operation, credentials);
        assert.deepEqual([first, second], ['question', 'credentials'], `${operation.id} with ${kind.id}`);
      }
    }
  });
}

/** Sends the first example to a live connection without credentials; a person agrees who then has some. */
async function stepsOf(provider: Provider, operation: Operation, entered: Credentials | undefined) {
  const steps: string[] = [];
  const http: HttpClient = {
    send: async () => {
      steps.push('sent');
      return { kind: 'failed', failure: { kind: 'unreachable', code: 'ENOANSWER', detail: 'none' } };
    },
  };
  const ports = testPorts(
    {},
    {
      http,
      operation: async () => ({ provider, operation }),
      connection: async () => liveConnection(provider),
      credentials: async () => ({ kind: 'missing', names: ['any'] }),
      readFile: async (name) => ({ kind: 'read', name, bytes: new TextEncoder().encode('%PDF-1.7 %%EOF') }),
      ask: async () => {
        steps.push('question');
        return entered !== undefined;
      },
      enterCredentials: async () => {
        steps.push('credentials');
        return entered;
      },
    },
  );
  const { title: _title, ...values } = operation.examples[0] ?? { title: '' };
  const request = { operation: operation.id, connection: 'live', ...values };
  await sendRequest(ports, JSON.stringify(request), { cause: 'text' }, { force: true });
  return steps;
}

function liveConnection({ id, environments }: Provider): Connection {
  const [environment] = environments;
  assert.ok(environment);
  return {
    id: 'live',
    provider: id,
    title: 'Live',
    environment: environment.id,
    environmentTitle: environment.title,
    baseUrl: environment.baseUrl,
    hosts: environment.hosts ?? {},
    variables: {},
    live: true,
  };
}
