import assert from 'node:assert/strict';
import type { Connection } from '../../../../../src/core/connections/connection';
import { resolveConnection } from '../../../../../src/core/connections/resolveConnection';
import { readEntry } from '../../../../../src/core/history/readEntry';
import { historyEntry } from '../../../../../src/core/history/record';
import { describeProblem } from '../../../../../src/core/problems/describeProblem';
import { replyState } from '../../../../../src/core/replies/replyState';
import { restoreRun } from '../../../../../src/core/replies/restoreRun';
import { Confirmations } from '../../../../../src/core/sending/asking/mayBeSent';
import { describeQuestion, type Question } from '../../../../../src/core/sending/asking/question';
import { previewRewriting } from '../../../../../src/core/sending/rewriting/previewRewriting';
import type { Run } from '../../../../../src/core/sending/run';
import type { RunOrigin } from '../../../../../src/core/sending/runOrigin';
import { sendRequest } from '../../../../../src/core/sending/sendRequest';
import { jsonReply, parcel, testPorts } from '../parcelProvider';

const alias = 'me+anna.example.com@company.example';
const setting = {
  id: 'test',
  provider: 'parcel',
  environment: 'production',
  rewriteRecipients: ['me+*@company.example'],
};

function connection(rewriteRecipients: string | readonly string[] = setting.rewriteRecipients): Connection {
  const resolved = resolveConnection(parcel, { ...setting, rewriteRecipients });
  assert.ok(!('kind' in resolved));
  return resolved;
}

const invite = {
  operation: 'parcel/invite',
  connection: 'test',
  path: { parcel_id: 'p-1' },
  body: { email: 'anna@example.com' },
};

async function send(
  request: object = invite,
  { at = connection(), origin = { cause: 'form' } as RunOrigin, allowed = [] as readonly string[], user = 'ann' } = {},
) {
  const asked: Question[] = [];
  const link = { id: 'i', link: 'https://app.parcel.example/sign?token=0123456789' };
  const ports = testPorts(
    {
      'POST /token': () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 3600 }),
      'POST /api/parcels/p-1/invites': () => jsonReply(200, link),
    },
    {
      connection: async () => at,
      credentials: async () => ({ kind: 'found', credentials: { key: 'key-0123456789', user } }),
      policy: { allowedRecipients: allowed, confirmations: new Confirmations() },
      ask: async (question) => asked.push(question) > 0,
    },
  );
  const run = await sendRequest(ports, JSON.stringify({ ...invite, ...request }), origin);
  return { run, asked, bodies: ports.sent.map(({ body }) => body?.text) };
}

function problemOf({ outcome }: Run) {
  assert.ok(outcome.kind === 'failed');
  return outcome.problem;
}

describe('A request whose recipients are replaced', () => {
  it('goes to one’s own address, whatever sends it', async () => {
    for (const cause of ['form', 'text', 'tree', 'step', 'replay', 'commandLine', 'scenario', 'agent'] as const) {
      const { run, bodies } = await send({}, { origin: { cause } });
      assert.equal(bodies.at(-1), `{"email":"${alias}"}`);
      assert.deepEqual(run.recipients, [{ from: 'anna@example.com', to: alias }]);
      assert.equal((run.request.body as { email: string }).email, 'anna@example.com');
    }
  });

  it('leaves calls for tokens as they are', async () => {
    const { bodies } = await send({ operation: 'parcel/get-token', body: { grant: 'anna@example.com', key: 'k' } });
    assert.equal(bodies.at(-1), 'grant=anna%40example.com&key=k');
  });

  it('leaves the account’s own address', async () => {
    const { bodies, run } = await send({}, { user: 'Anna@example.com' });
    assert.deepEqual([bodies.at(-1), run.recipients], ['{"email":"anna@example.com"}', []]);
  });

  it('is judged by the new address, and both are in the question', async () => {
    const { asked } = await send({}, { allowed: ['example.com'] });
    const [question] = asked;
    assert.ok(question);
    assert.deepEqual(question.reasons.at(-1), { kind: 'notAllowed', recipients: [alias] });
    assert.match(
      describeQuestion(question).detail,
      new RegExp(`Replaced by your own: anna@example\\.com gets it as ${alias.replace(/[+.]/g, '\\$&')}\\.`),
    );
    const allowed = await send({}, { allowed: ['company.example'] });
    assert.deepEqual(
      allowed.asked.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)),
      ['liveConnection'],
    );
  });

  it('is refused when somebody cannot be replaced, and nothing is sent', async () => {
    const { run, bodies, asked } = await send({}, { at: connection('ben@example.com=me@company.example') });
    const problem = problemOf(run);
    assert.deepEqual([problem.kind, bodies, asked], ['notRewritten', [], []]);
    assert.match(describeProblem(problem).title, /^"anna@example\.com" cannot be replaced/);
  });

  it('is not sent by a connection whose entry is wrong', () => {
    const resolved = resolveConnection(parcel, { ...setting, rewriteRecipients: 'me+*' });
    assert.ok('kind' in resolved && resolved.kind === 'invalidRewriting');
    assert.match(describeProblem(resolved).cause, /"me\+\*": it must have one \* in front of the @/);
  });

  it('tells both in the reply, at its links and in the history', async () => {
    const { run } = await send({}, { origin: { cause: 'tree', recipient: alias } });
    const state = replyState(run, parcel);
    assert.ok(state.kind === 'replied');
    assert.equal(state.remarks[0], `anna@example.com gets it as ${alias}.`);
    assert.equal(state.links[0]?.recipient, `anna@example.com (as ${alias})`);
    const operation = parcel.operations.find(({ id }) => id === 'parcel/invite');
    assert.ok(operation);
    const read = readEntry(JSON.parse(JSON.stringify(historyEntry(run, operation))));
    assert.ok(read.kind === 'read');
    assert.deepEqual(read.entry.recipients, [{ from: 'anna@example.com', to: alias }]);
    assert.deepEqual(restoreRun(read.entry, parcel).run.recipients, read.entry.recipients);
  });

  it('shows beside each value what would leave, before it does', () => {
    const operation = parcel.operations.find(({ id }) => id === 'parcel/invite');
    assert.ok(operation);
    const call = { provider: parcel, operation };
    const body = { email: '{{anna}}', cc: ['ben@example.com', 'me@company.example'], phone: '+15551234567', order: 1 };
    const variables = { anna: 'anna@example.com' };
    const { places } = previewRewriting(call, { ...connection(), variables }, { body });
    assert.deepEqual(places, {
      '/body/email': `Sent as ${alias}.`,
      '/body/cc/0': 'Sent as me+ben.example.com@company.example.',
      '/body/phone': 'Left out when it is sent.',
    });
    assert.deepEqual(previewRewriting(call, undefined, { body }), { places: {} });
    const { notice, ...refused } = previewRewriting(call, connection('ben@example.com=me@company.example'), invite);
    assert.deepEqual(refused, { places: {} });
    assert.match(notice ?? '', /^"anna@example\.com" cannot be replaced .* nothing would be sent\./);
  });

  it('names whom a link is for that another call asks for by the alias', async () => {
    const { run } = await send({ body: { email: alias } }, { origin: { cause: 'step', recipient: alias } });
    assert.ok(run.outcome.kind === 'replied');
    assert.deepEqual(run.recipients, []);
    assert.equal(run.outcome.reading.links[0]?.inPlaceOf, 'anna@example.com');
  });
});
