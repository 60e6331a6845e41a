import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/* The command itself, ended as systems end it. */
describe('The state file of a command that is ended', () => {
  let folder: string;
  let file: string;
  let running: ChildProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-signal-'));
    file = path.join(folder, 'state.json');
  });
  afterEach(() => {
    running?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<{ readonly child: ChildProcess; readonly baseUrl: string }> {
    const child = spawn(process.execPath, [path.resolve('dist', 'cli.js'), 'emulator', '--json', '--state', file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running = child;
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    const [first] = Object.values(JSON.parse(String(line)) as Record<string, { baseUrl: string }>);
    return { child, baseUrl: first?.baseUrl ?? '' };
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`is written at ${signal}`, async function () {
      if (process.platform === 'win32') this.skip();
      const { child, baseUrl } = await start();
      await advance(baseUrl);
      child.kill(signal);
      assert.deepEqual(await once(child, 'exit'), [0, null]);
      assert.deepEqual(readdirSync(folder), ['state.json']);
      assert.ok(minutesAhead(file) >= 60);
    });
  }

  it('is whole, whenever the command is killed', async function () {
    this.timeout(60_000);
    for (let kills = 0; kills < 5; kills += 1) {
      const { child, baseUrl } = await start();
      await advance(baseUrl);
      await new Promise((resolve) => setImmediate(resolve));
      const exited = once(child, 'exit');
      if (kills % 2 === 1) while (!existsSync(file)) await advance(baseUrl);
      child.kill('SIGKILL');
      await exited;
      if (existsSync(file)) JSON.parse(readFileSync(file, 'utf8'));
    }
    const { child, baseUrl } = await start();
    await advance(baseUrl);
    child.kill('SIGTERM');
    await once(child, 'exit');
    assert.ok(minutesAhead(file) >= 60);
  });
});

async function advance(baseUrl: string): Promise<void> {
  const reply = await fetch(`${baseUrl}/__emulator/advance`, {
    method: 'POST',
    headers: { 'x-esign-emulator': '1' },
    body: '{"minutes":60}',
  });
  assert.equal(reply.status, 200);
}

function minutesAhead(file: string): number {
  const { states } = JSON.parse(readFileSync(file, 'utf8')) as { states: Record<string, { aheadMs: number }> };
  return Math.max(...Object.values(states).map(({ aheadMs }) => aheadMs)) / 60_000;
}
