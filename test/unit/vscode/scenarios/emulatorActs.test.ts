import assert from 'node:assert/strict';
import type { HistoryEntry } from '../../../../src/core/history/entry';
import { readEntry } from '../../../../src/core/history/readEntry';
import { historyEntry } from '../../../../src/core/history/record';
import { ValueTrail } from '../../../../src/core/history/valueTrail';
import { isRecord } from '../../../../src/core/json/jsonKinds';
import type { Run } from '../../../../src/core/sending/run';
import { emulatorControl } from '../../../../src/emulator/controlProvider';
import type { EmulatorAct } from '../../../../src/vscode/emulator/emulators';
import { EmulatorActs } from '../../../../src/vscode/scenarios/recording/emulatorActs';
import { sampleEntry } from '../../node/sampleEntry';

const home = 'http://127.0.0.1:4010';
const link = 'http://127.0.0.1:4010/sign/first?access_token=0123456789abcdef';
const open = {
  kind: 'page',
  provider: 'demo-notes',
  baseUrl: 'http://127.0.0.1:4010',
  act: { link, action: 'open' },
  reply: { status: 200, body: { state: 'open', signer: { name: 'Ann', email: 'ann@example.com' } } },
} satisfies EmulatorAct;
const away = 'http://localhost:4010';
const other: EmulatorAct = { ...open, act: { link: `${link}2`, action: 'open' } };
const finish = { ...open, act: { link, document: 'first', as: 'Ann', action: 'finish' } } satisfies EmulatorAct;

/** What is kept of acts, and of requests that are sent between them. */
function recorded(acts: readonly (EmulatorAct | 'a request')[]): readonly Run[] {
  const runs: Run[] = [];
  let act = (_act: EmulatorAct): void => assert.fail('nobody listens');
  let enter = (_entry: HistoryEntry): void => assert.fail('nobody listens');
  const nothing = { dispose: () => {} };
  const recorder = new EmulatorActs({
    emulators: {
      address: () => home,
      onDidAct: (listener) => {
        act = listener;
        return nothing;
      },
    },
    sender: {
      onDidEnter: (listener) => {
        enter = listener;
        return nothing;
      },
      record: (run) => {
        runs.push(run);
        enter({ ...sampleEntry(run.id), cause: run.origin.cause });
        return true;
      },
    },
  });
  for (const one of acts) {
    if (one === 'a request') enter(sampleEntry('1'));
    else act(one);
  }
  recorder.flush();
  return runs;
}

describe('What is done to the emulators by hand', () => {
  it('is kept as the call that does the same', () => {
    const runs = recorded([finish, { kind: 'advanced', minutes: 16 }, { kind: 'reset' }]);
    assert.deepEqual(
      runs.map(({ request: { operation, body } }) => [operation, body]),
      [
        ['emulator/sign', { link, document: 'first', as: 'Ann', action: 'finish' }],
        ['emulator/advance', { minutes: 16 }],
        ['emulator/reset', undefined],
      ],
    );
  });

  it('is told by the link that was given out, by whatever name of the machine a browser came', () => {
    const [run] = recorded([{ ...finish, baseUrl: away, act: { ...finish.act, link: link.replace(home, away) } }]);
    assert.equal(run?.baseUrl, home);
    assert.deepEqual(run.request.body, finish.act);
  });

  const orders: readonly (readonly [name: string, acts: Parameters<typeof recorded>[0], kept: readonly string[]])[] = [
    ['a page that is opened and signed was signed', [open, finish], ['finish']],
    ['a page that is shown again was opened once', [open, open], ['open']],
    ['a page that is only looked at was opened', [open, 'a request', finish], ['open', 'finish']],
    ['a page that is opened before another one was opened', [open, other, finish], ['open', 'open', 'finish']],
    ['a page that is opened when it was signed was opened', [open, finish, open], ['finish', 'open']],
  ];
  for (const [name, acts, kept] of orders) {
    it(`says of pages what was done: ${name}`, () => {
      const actions = recorded(acts).map(({ request: { body } }) => (isRecord(body) ? body['action'] : undefined));
      assert.deepEqual(actions, kept);
    });
  }

  it('reaches the history without its link, and with the place that the link came from', () => {
    const trail = new ValueTrail();
    const bytes = new TextEncoder().encode(JSON.stringify({ url: link }));
    const reply = { status: 200, statusText: '', headers: {}, bytes, durationMs: 1 };
    trail.learn({ id: 'before', outcome: { kind: 'replied', reply, reading: {} as never } });
    // Some APIs lead on with what opened the page.
    const body = { ...finish.reply.body, redirect: 'https://shop.example/done?of=0123456789abcdef' };
    for (const run of recorded([open, { ...finish, reply: { status: 200, body } }, { kind: 'reset' }])) {
      const operation = emulatorControl.operations.find(({ id }) => id === run.request.operation);
      assert.ok(operation);
      const entry = historyEntry(run, operation, trail);
      const text = JSON.stringify(entry);
      assert.doesNotMatch(text, /0123456789abcdef/);
      assert.equal(readEntry(JSON.parse(text)).kind, 'read');
      const traced = { '/body/link': [[{ entry: 'before', pointer: '/url' }]] };
      assert.deepEqual(entry.traced, operation.id === 'emulator/sign' ? traced : undefined);
    }
  });
});
