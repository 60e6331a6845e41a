import assert from 'node:assert/strict';
import { agentTools } from '../../../src/agents/agentTools';
import { describeSchema } from '../../../src/core/openapi/describeSchema';
import type { AgentSession } from '../../../src/headless/agents/agentSession';
import { demoProvider } from '../emulator/demoProvider';
import { call, demoSession } from './demoSession';

const operation = 'demo-notes/get-note';
const live = demoProvider.environments.find((one) => one.live);

describe('The tools of assistants', () => {
  let session: AgentSession;
  before(() => {
    session = demoSession();
  });
  after(() => session.stop());

  it('are at most ten, each described in a few lines, with schemas of its own', () => {
    assert.ok(agentTools.length <= 10);
    assert.equal(new Set(agentTools.map(({ name }) => name)).size, agentTools.length);
    for (const { name, description, input, output } of agentTools) {
      assert.match(name, /^[a-z]+(?:_[a-z]+)*$/);
      assert.ok(description.split('\n').length <= 4 && description.length < 700, name);
      assert.equal(describeSchema(input)['type'], 'object');
      assert.equal(describeSchema(output)['type'], 'object');
    }
  });

  it('send to the emulator without set-up, and write it down with their cause', async () => {
    const sent = await call(session, 'send_request', { operation, path: { note_id: 'first' } });
    assert.ok(sent.kind === 'answered');
    assert.equal(sent.output['outcome'], 'succeeded');
    const { entries } = await session.history.list(1);
    const entry = await session.history.get(entries[0]?.id ?? '');
    assert.deepEqual([entry?.operation, entry?.cause, entry?.connection], [operation, 'agent', 'emulator']);
    for (const [words, count] of [
      ['HELLO', 1],
      ['nowhere', 0],
    ] as const) {
      const read = await call(session, 'read_history', { words });
      assert.ok(read.kind === 'answered' && Array.isArray(read.output['entries']));
      assert.equal(read.output['entries'].length, count, words);
    }
  });

  it('reach nothing that no person has opened', async () => {
    assert.ok(live);
    const request = { operation, connection: live.id, path: { note_id: 'first' } };
    const sent = await call(session, 'send_request', request, async () => true);
    assert.ok(sent.kind === 'answered');
    assert.equal(sent.output['outcome'], 'notSent');
    assert.match(JSON.stringify(sent.output['problem']), /is not open to assistants.*--allow-connection/);
  });

  it('say in words of the product what is wrong with their input', async () => {
    const answer = await call(session, 'describe_operation', { operation: 7 });
    assert.ok(answer.kind === 'refused');
    assert.equal(answer.said.cause, '/operation: 7 is a number; write "7".');
    const unknown = await call(session, 'describe_operation', { operation: 'demo-notes/get-notes' });
    assert.ok(unknown.kind === 'refused');
    assert.match(unknown.said.nextStep, /demo-notes\/get-note/);
  });
  it('take nothing of a name they do not know: a request would go elsewhere than it was meant to', async () => {
    for (const [input, said] of [
      [{ conection: 'production' }, '/conection: The tool takes nothing of this name. Did you mean "connection"?'],
      [
        { baseUrl: 'http://127.0.0.1' },
        '/baseUrl: The tool takes nothing of this name. There is operation, connection, path, query, body, file, nextStep, inSpite.',
      ],
    ] as const) {
      const answer = await call(session, 'send_request', { operation, path: { note_id: 'first' }, ...input });
      assert.ok(answer.kind === 'refused');
      assert.equal(answer.said.cause, said);
    }
    const text = await call(session, 'send_request', { operation, path: 'first' });
    assert.ok(text.kind === 'refused');
    assert.doesNotMatch(text.said.cause, /Invalid input/);
  });

  it('put values where they can stand, and miss none without a word', async () => {
    const make = (values: object) => call(session, 'make_request', { operation: 'demo-notes/create-note', values });
    const made = await make({ '/body/text': 'new', '/path/note_id': 'x', '/body/__proto__/odd': true });
    assert.ok(made.kind === 'answered');
    assert.match(JSON.stringify(made.output['request']), /"note_id":"x".*"text":"new"/);
    for (const pointer of ['', 'body', '/operation', '/connection', '/path', '/body/l/9', '/body/l'.repeat(5_000)]) {
      const values = { '/body/l': [1], [pointer]: 'value' };
      const answer = await make(values);
      assert.ok(answer.kind === 'refused', pointer.slice(0, 20));
      assert.match(answer.said.title, /^No value can stand at/);
    }
  });
});
