import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import { resolveConnection } from '../../../../../src/core/connections/resolveConnection';
import { defineOperation } from '../../../../../src/core/operation';
import { Confirmations } from '../../../../../src/core/sending/asking/mayBeSent';
import { previewRewriting } from '../../../../../src/core/sending/rewriting/previewRewriting';
import { sendRequest } from '../../../../../src/core/sending/sendRequest';
import { runs } from '../../../fixtures/runs';
import { jsonReply, parcel, testPorts } from '../parcelProvider';

/* What leaves the machine, in each way that a body is written: nobody is in it but oneself. */

const person = z.object({
  email: z.email(),
  first_name: z.string().max(20).optional(),
  last_name: z.string().max(20).optional(),
  phone_number: z.string().optional(),
});

const encodings = ['json', 'form', 'multipart'] as const;
type Encoding = (typeof encodings)[number];

function inviting(encoding: Encoding) {
  const flat = z.object({ name: z.string().optional(), subject: z.string(), to: z.string(), ...person.shape });
  const body = encoding === 'json' ? z.object({ ...flat.shape, people: z.array(person) }) : flat;
  return defineOperation({
    ...{ id: `parcel/invite-${encoding}`, title: 'Invite people', summary: 'Invites people.', method: 'POST' },
    ...{ path: '/api/invites/{owner}', docs: 'https://parcel.example/docs', encoding },
    request: { path: z.object({ owner: z.string() }), query: z.object({ cc: z.array(z.string()) }), body },
    replies: { 200: z.object({}) },
    examples: [],
  });
}

const provider = { ...parcel, operations: [...parcel.operations, ...encodings.map(inviting)] };
const rewriteRecipients = ['me+*@company.example', '+33600000000', 'name: Test *'];

function connectionWith(entries: readonly string[]) {
  const setting = { id: 'test', provider: 'parcel', environment: 'production', rewriteRecipients: entries };
  const connection = resolveConnection(provider, setting);
  assert.ok(!('kind' in connection), JSON.stringify(connection));
  return connection;
}

async function send(encoding: Encoding, values: object, entries: readonly string[] = rewriteRecipients) {
  const ports = testPorts(
    { 'POST /token': () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 3600 }) },
    {
      operation: async (id) => {
        const operation = provider.operations.find((one) => one.id === id);
        return operation && { provider, operation };
      },
      connection: async () => connectionWith(entries),
      credentials: async () => ({ kind: 'found', credentials: { key: 'key-0123456789', user: 'ann' } }),
      policy: { allowedRecipients: ['company.example'], confirmations: new Confirmations() },
      ask: async () => true,
    },
  );
  const text = JSON.stringify({ operation: `parcel/invite-${encoding}`, connection: 'test', ...values });
  const run = await sendRequest(ports, text, { cause: 'form' });
  const { url, body } = ports.sent.at(-1) ?? assert.fail(`nothing was sent: ${JSON.stringify(run.outcome)}`);
  return { run, url: String(url), wire: decodeURIComponent(`${url}\n${JSON.stringify(body)}`.replaceAll('+', ' ')) };
}

const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{6,10}$/).map((text) => `q${text}`);
const somebody = fc.record(
  {
    email: word.map((text) => `${text}@elsewhere.example`),
    first_name: word,
    last_name: word,
    phone_number: fc.integer({ min: 10_000_000, max: 99_999_999 }).map((digits) => `+155${digits}`),
  },
  { requiredKeys: ['email'] },
);

interface Somebody {
  readonly email: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly phone_number?: string;
}

function bodyOf(encoding: Encoding, one: Somebody, more: readonly Somebody[]): object {
  const to = [one, ...more].map(({ email }) => email).join('; ');
  return { ...one, subject: `Ask ${one.email}`, to, ...(encoding === 'json' && { people: more }) };
}

/** What tells who somebody is, beside the address. */
function tellsOf({ phone_number, first_name, last_name }: Somebody): readonly string[] {
  return [phone_number?.slice(1), first_name, last_name].filter((text) => text !== undefined);
}

describe('What leaves of a request whose recipients are replaced', () => {
  for (const encoding of encodings) {
    it(`names nobody but oneself as ${encoding}, in path and query`, async () => {
      await fc.assert(
        fc.asyncProperty(
          somebody,
          fc.array(somebody, { maxLength: 3 }),
          fc.array(somebody),
          async (one, more, copied) => {
            const named = encoding === 'json' ? [one, ...more] : [one];
            const values = { path: { owner: one.email }, query: { cc: copied.map(({ email }) => email) } };
            const { wire } = await send(encoding, { ...values, body: bodyOf(encoding, one, more) });
            assert.doesNotMatch(wire, /@elsewhere/);
            const words = wire.split(/[^\w]+/);
            for (const text of named.flatMap(tellsOf)) assert.ok(!words.includes(text), `${text} in ${wire}`);
          },
        ),
        { numRuns: runs(12) },
      );
    });
  }

  const anna = { email: 'anna@example.com', first_name: 'Anna', last_name: 'Smith', phone_number: '+15551234567' };
  const request = {
    path: { owner: 'x' },
    query: { cc: [] },
    body: { ...anna, subject: 'For Anna', to: 'anna@example.com', people: [anna, { ...anna, first_name: 'Ben' }] },
  };

  it('has one name for everybody of one name, and the reply tells both', async () => {
    const { wire, run } = await send('json', request);
    const [, first, second] = /"people\\":\[(.*?)\},(.*?)\}/.exec(wire) ?? [];
    assert.match(first ?? '', /Test.*"A\\"/);
    assert.match(second ?? '', /Test.*"B\\"/);
    assert.match(wire, /For Anna/);
    assert.deepEqual(run.recipients?.slice(-2), [
      { from: 'Anna Smith', to: 'Test A' },
      { from: 'Ben Smith', to: 'Test B' },
    ]);
  });

  it('leaves names as they are where the connection does not ask for it, and names that were made before', async () => {
    const plain = await send('json', request, ['me+*@company.example']);
    assert.match(plain.wire, /Anna.*Smith/);
    const made = { ...request.body, first_name: 'Test', last_name: 'C', people: [] };
    const again = await send('json', { ...request, body: made });
    assert.deepEqual(
      again.run.recipients?.map(({ to }) => to),
      ['me+anna.example.com@company.example', '+33600000000'],
    );
  });

  it('is shown beside each name before it goes', () => {
    const operation = provider.operations.find(({ id }) => id === 'parcel/invite-json') ?? assert.fail();
    const { places } = previewRewriting({ provider, operation }, connectionWith(rewriteRecipients), request);
    assert.equal(places['/body/first_name'], 'Sent as Test.');
    assert.equal(places['/body/people/1/last_name'], 'Sent as B.');
    assert.equal(places['/body/phone_number'], 'Sent as +33600000000.');
  });

  it('is nothing where the field of a name takes none that would stand there', async () => {
    const long = ['me+*@company.example', `name: ${'x'.repeat(30)} *`];
    await assert.rejects(send('json', request, long), /nothing was sent/);
  });
});
