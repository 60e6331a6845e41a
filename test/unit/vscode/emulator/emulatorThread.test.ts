import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { probeEmulator } from '../../../../src/node/emulator/probeEmulator';
import { openEmulators, openFreshEmulators } from '../../../../src/vscode/emulator/emulatorHandle';
import { EmulatorThread } from '../../../../src/vscode/emulator/thread/emulatorThread';
import type { ThreadEvent } from '../../../../src/vscode/emulator/thread/threadMessages';
import { demoProvider } from '../../emulator/demoProvider';

const unruly = 'unruly-notes';
const headers = { authorization: 'Bearer demo-token', 'content-type': 'application/json' };

function makeNote(address: string, id: string, text: string, marks: readonly string[] = []): Promise<Response> {
  const body = JSON.stringify({ text, copies: 1, marks });
  return fetch(`${address}/api/v1/notes/${id}`, { method: 'POST', headers, body });
}

describe('The thread of the emulators', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esign-thread-'));
  const events: ThreadEvent[] = [];
  const lost: string[] = [];
  const tell = new EventTarget();
  let thread: EmulatorThread;

  const listeners = {
    onEvent: (event: ThreadEvent) => {
      events.push(event);
      tell.dispatchEvent(new Event('told'));
    },
    onLost: (reason: string) => {
      lost.push(reason);
      tell.dispatchEvent(new Event('told'));
    },
  };
  const fresh = (providers: readonly string[]) => openFreshEmulators(thread, providers, listeners);
  const addressOf = async (provider: string) => (await fresh([provider])).address(provider) ?? assert.fail(provider);
  const told = async () => {
    while (events.length + lost.length === 0) await once(tell, 'told');
  };

  beforeEach(() => {
    thread = new EmulatorThread(resolve('dist/test/testEmulators.mjs'));
    events.length = 0;
    lost.length = 0;
  });
  afterEach(() => thread.end());
  after(() => rmSync(folder, { recursive: true }));

  it('leaves the one that asks free, however long a call takes', async () => {
    const address = await addressOf(unruly);
    const file = join(folder, 'go-on');
    let isAnswered = false;
    const answer = makeNote(address, 'made', 'late', ['busy', file]).finally(() => {
      isAnswered = true;
    });
    // The call waits for a file that only a thread that goes on writes.
    for (let turns = 0; turns < 10_000; turns += 1) await turn();
    assert.equal(isAnswered, false);
    writeFileSync(file, '');
    assert.equal((await answer).status, 201);
  });

  it('tells what is done on a signing page, what nobody documents, and mistakes', async () => {
    const { handle } = await openEmulators(thread, [demoProvider], { portBase: 0, ...listeners });
    const address = handle.address(demoProvider.id) ?? assert.fail();
    await (await fetch(`${address}/sign/first`)).text();
    await told();
    const [opened] = events.splice(0);
    assert.ok(opened?.kind === 'acted' && opened.act.kind === 'page');
    assert.equal(opened.act.provider, demoProvider.id);
    assert.equal(opened.act.act.action, 'open');
    assert.equal((await makeNote(address, 'made', 'bug')).status, 500);
    await told();
    const [mistake] = events.splice(0);
    assert.ok(mistake?.kind === 'mistake');
    assert.match(mistake.details, /a bug of the handler\n\s+at /);
    assert.equal((await makeNote(address, 'made', 'well')).status, 201);
    await told();
    const [remark] = events.splice(0);
    assert.ok(remark?.kind === 'remark');
    assert.match(remark.line, /answered 201, whose body is illustrative/);
  });

  it('that breaks is told once to each that ran in it, and the next starts in another', async () => {
    const first = await fresh([unruly]);
    const second = await fresh([demoProvider.id]);
    await makeNote(first.address(unruly) ?? '', 'made', 'last', ['break']).catch(() => undefined);
    while (lost.length < 2) await once(tell, 'told');
    assert.match(lost[0] ?? '', /broken by a test/);
    assert.equal(await probeEmulator(second.address(demoProvider.id) ?? ''), undefined);
    // What is gone already is stopped without waiting for it.
    await Promise.all([first.stop(), second.stop()]);
    const third = await addressOf(demoProvider.id);
    assert.equal((await probeEmulator(third))?.provider, demoProvider.id);
    assert.equal(lost.length, 2);
  });

  it('that cannot be had is a mistake that says what is wrong', async () => {
    thread = new EmulatorThread(join(folder, 'nothing.mjs'));
    await assert.rejects(fresh([demoProvider.id]), /thread of the emulator broke[\s\S]*nothing\.mjs/);
    assert.deepEqual(lost, []);
  });

  it('serves those that were started apart until each is stopped', async () => {
    const first = await fresh([demoProvider.id]);
    const second = await fresh([demoProvider.id]);
    const addresses = [first, second].map((handle) => handle.address(demoProvider.id) ?? '');
    assert.notEqual(addresses[0], addresses[1]);
    await first.stop();
    await first.stop();
    assert.equal(await probeEmulator(addresses[0] ?? ''), undefined);
    assert.equal((await probeEmulator(addresses[1] ?? ''))?.provider, demoProvider.id);
    await thread.end();
    assert.equal(await probeEmulator(addresses[1] ?? ''), undefined);
    assert.deepEqual(lost, []);
  });

  it('has no address of what has no emulator', async () => {
    const handle = await fresh(['nobody', demoProvider.id]);
    assert.equal(handle.address('nobody'), undefined);
    assert.ok(handle.address(demoProvider.id));
  });
});
