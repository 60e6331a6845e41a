import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { HistorySummary } from '../../src/core/history/entry';
import { JsonLinesHistoryStore } from '../../src/node/history/historyStore';

/*
 * Two processes append to one folder and are killed while they write. The long form, after `npm run build -- --tests`:
 * ESIGN_KILLS=2000 ESIGN_TEST_GREP='is killed' node dist/test/main.mjs dist/test/programs.mjs 3600000
 */

const kills = Number(process.env['ESIGN_KILLS'] ?? 20);

/** A folder does not grow for ever: each list reads all of it. */
const killsOfOneFolder = 20;

describe('history whose writers are killed', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-kill-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it(`finds every acknowledged entry, each time that one is killed: ${kills} times`, async function () {
    this.timeout(60_000 + kills * 2_000);
    const total = { acknowledged: 0, torn: 0 };
    for (let done = 0; done < kills; done += killsOfOneFolder) {
      const { acknowledged, torn } = await killWriters(path.join(folder, String(done)));
      total.acknowledged += acknowledged;
      total.torn += torn;
    }
    assert.ok(total.acknowledged > kills, 'hardly anything was written');
    if (kills > killsOfOneFolder) {
      console.info(`${kills} kills, ${total.acknowledged} entries acknowledged and found, ${total.torn} torn lines`);
    }
  });
});

async function killWriters(history: string): Promise<{ acknowledged: number; torn: number }> {
  const acknowledged = new Set<string>();
  let torn = 0;
  for (let done = 0; done < killsOfOneFolder; done += 2) {
    const names = await Promise.all([writeUntilKilled(history), writeUntilKilled(history)]);
    for (const name of names.flat()) acknowledged.add(name);
    const { entries, unreadable } = await new JsonLinesHistoryStore(history).list(1_000_000);
    const found = new Set(entries.map(({ id }) => id));
    assert.deepEqual(
      [...acknowledged].filter((name) => !found.has(name)),
      [],
      'acknowledged, and lost',
    );
    await assertIndexIsTrue(history, entries);
    assert.ok(unreadable.damaged <= done + 2, 'a kill tore more than the line in flight');
    torn = unreadable.damaged;
  }
  return { acknowledged: acknowledged.size, torn };
}

/** What the killed ones left of indexes shows what the segments alone show. */
async function assertIndexIsTrue(history: string, entries: readonly HistorySummary[]): Promise<void> {
  for (const name of readdirSync(history)) if (name.endsWith('.index')) rmSync(path.join(history, name));
  assert.deepEqual((await new JsonLinesHistoryStore(history).list(1_000_000)).entries, entries);
}

/** Gives the names of the entries that were acknowledged before the writer died, at a moment of no one's choice. */
async function writeUntilKilled(history: string): Promise<readonly string[]> {
  const writer = spawn(process.execPath, [path.join('dist', 'test', 'historyWriter.mjs'), history], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const text = await outputUntilKilled(writer);
  // The last line may be torn itself.
  return text.split('\n').slice(0, -1);
}

async function outputUntilKilled(writer: ChildProcess): Promise<string> {
  const closed = once(writer, 'close');
  const enough = Math.floor(Math.random() * 12);
  let text = '';
  writer.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (text.split('\n').length > enough) killSoon(writer, Math.floor(Math.random() * 200));
  });
  await closed;
  return text;
}

/** Some turns of the event loop later, so that the kill meets every step of writing. */
function killSoon(writer: ChildProcess, turns: number): void {
  if (turns === 0) writer.kill('SIGKILL');
  else setImmediate(() => killSoon(writer, turns - 1));
}
