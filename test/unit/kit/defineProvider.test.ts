import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Resources } from '../../../src/core/documents';
import { defineOperation } from '../../../src/core/operation';
import { defineAuth } from '../../../src/kit/auth/defineAuth';
import { apiKey } from '../../../src/kit/auth/readyKinds';
import { defineEmulator } from '../../../src/kit/defineEmulator';
import { defineProvider } from '../../../src/kit/defineProvider';
import { defineFailures } from '../../../src/kit/failures';
import { requiredText } from '../../../src/kit/fields';
import { readErrorsBy } from '../../../src/kit/readErrors';

/* A toy API that climbs the ladder: described, then listed, then emulated. */

const docs = 'https://toy.example/docs';

const getPaper = defineOperation({
  id: 'toy/get-paper',
  title: 'Get a paper',
  summary: 'Returns a paper.',
  docs,
  method: 'GET',
  path: '/papers/{paper}',
  request: { path: z.object({ paper: requiredText('Paper', 'Its ID.', '7') }) },
  replies: { 200: z.object({ id: z.string() }), 404: z.object({}) },
  failures: ['lost'],
  examples: [{ title: 'A paper', source: 'documented', path: { paper: '7' } }],
});

const operations = { getPaper };

const failures = defineFailures([
  { id: 'lost', status: 404, message: 'Lost', meaning: 'It is not there.', nextStep: 'Look elsewhere.', source: docs },
]);

const described = {
  id: 'toy',
  title: 'Toy',
  docs,
  environments: [{ id: 'production', title: 'Production', baseUrl: 'https://toy.example', live: true }],
  auth: defineAuth({ kinds: [apiKey({ title: 'API key', description: 'From the toy box.' })] }),
  operations,
  failures,
  readErrors: readErrorsBy([]),
  gaps: [],
};

const resources: Resources = {
  collections: [
    {
      id: 'papers',
      title: 'Papers',
      noun: 'paper',
      create: [],
      unlisted: 'The toy lists nothing.',
      read: async (_call, id) => ({ id, title: id, recipients: [], actions: [] }),
    },
  ],
};

const emulator = async () =>
  defineEmulator(
    operations,
    () => new Set(['7']),
  )({
    credentials: { apiKey: 'k' },
    authenticate: () => ({ account: 'ann' }),
    handlers: {
      getPaper: ({ state, values: { path } }) =>
        state.has(path.paper) ? { status: 200, body: { id: path.paper } } : failures.refuse('lost'),
    },
    reject: (rejection) => ({ status: failures.find(rejection.failure).status, body: {} }),
    rejectInvalid: () => ({ status: 400 }),
    unknownRoute: () => ({ status: 404 }),
  });

describe('The ladder', () => {
  it('a described API has operations, and neither documents nor an emulator', () => {
    const provider = defineProvider({ ...described, rung: 'described' });
    assert.deepEqual(provider.operations, [getPaper]);
    assert.deepEqual([provider.resources.collections, provider.emulator], [[], undefined]);
  });

  it('a listed one has documents, an emulated one an emulator as well', async () => {
    const listed = defineProvider({ ...described, rung: 'listed', resources });
    assert.deepEqual([listed.resources, listed.emulator], [resources, undefined]);
    const emulated = defineProvider({ ...described, rung: 'emulated', portOffset: 5, resources, emulator });
    assert.deepEqual(Object.keys((await emulated.emulator?.())?.handlers ?? {}), ['toy/get-paper']);
  });

  it('what a rung claims and lacks does not compile, nor what it does not claim', () => {
    const providers = [
      // @ts-expect-error it claims documents
      defineProvider({ ...described, rung: 'listed' }),
      // @ts-expect-error it claims an emulator
      defineProvider({ ...described, rung: 'emulated', portOffset: 5, resources }),
      // @ts-expect-error its emulator has no port of its own
      defineProvider({ ...described, rung: 'emulated', resources, emulator }),
      // @ts-expect-error it has documents that it does not claim
      defineProvider({ ...described, rung: 'described', resources }),
      // @ts-expect-error it has an emulator that it does not claim
      defineProvider({ ...described, rung: 'listed', resources, emulator }),
    ];
    assert.equal(providers.length, 5);
  });
});
