import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type KeptOptions, startKept } from '../../../../src/node/emulator/keeping/startKept';
import { adviceOn, StateProblem } from '../../../../src/node/emulator/keeping/stateProblem';
import type { RunningEmulators } from '../../../../src/node/emulator/runningEmulators';
import { demoProvider } from '../../emulator/demoProvider';

const bearer = { authorization: 'Bearer demo-token', 'content-type': 'application/json' };

describe('A state that is kept in a file', () => {
  let folder: string;
  let file: string;
  let running: RunningEmulators[];
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-state-'));
    file = path.join(folder, 'state.json');
    running = [];
  });
  afterEach(async () => {
    await Promise.allSettled(running.map((one) => one.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(options: Partial<KeptOptions> = {}): Promise<RunningEmulators> {
    const outcome = await startKept([demoProvider], { state: file, ...options });
    assert.ok(outcome.kind === 'running');
    running.push(outcome.running);
    return outcome.running;
  }

  async function refused(): Promise<string> {
    const problem: unknown = await start().catch((error: unknown) => error);
    assert.ok(problem instanceof StateProblem, String(problem));
    return problem.message;
  }

  it('goes on where it ended, in worlds as well', async () => {
    const first = await start();
    await createNote(first, 'kept');
    const world = first.world('worker-1');
    assert.ok(typeof world === 'object');
    await createNote(world, 'apart');
    first.advance(60 * 60_000);
    await first.stop();
    assert.deepEqual(readdirSync(folder), ['state.json']);
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);

    const second = await start();
    assert.deepEqual(await notesOf(second), ['first', 'kept']);
    const again = second.world('worker-1');
    assert.ok(typeof again === 'object');
    assert.deepEqual(await notesOf(again), ['first', 'apart']);
    const now = Date.parse((await statusOf(second)).now);
    assert.ok(now - Date.now() > 59 * 60_000);
    await again.stop();
    await second.stop();
    assert.deepEqual(worldsIn(file), []);
  });

  it('is written after a change, long before the end', async () => {
    const one = await start();
    const written = appeared(file);
    await createNote(one, 'soon');
    await written;
    assert.match(readFileSync(file, 'utf8'), /"soon"/);
  });

  it('is not written where nothing has changed', async () => {
    await (await start()).stop();
    const { mtimeMs, ino } = statSync(file);
    const again = await start();
    await notesOf(again);
    await again.stop();
    assert.deepEqual([statSync(file).mtimeMs, statSync(file).ino], [mtimeMs, ino]);
  });

  it('has one writer at a time', async () => {
    const one = await start();
    assert.match(await refused(), new RegExp(`is in use by process ${process.pid} on .*one writer`));
    await one.stop();
    await (await start()).stop();
  });

  it('is free again when the process that wrote it is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    const holder = { key: 'k', pid, host: os.hostname(), since: 'then' };
    writeFileSync(`${file}.lock`, JSON.stringify(holder));
    await (await start()).stop();
    writeFileSync(`${file}.lock`, JSON.stringify({ ...holder, host: 'another-machine' }));
    assert.match(await refused(), /on another-machine since then.*\n.*delete .*state\.json\.lock/);
    writeFileSync(`${file}.lock`, '');
    assert.match(await refused(), /state\.json is in use: it has one writer/);
  });

  it('is not written over by one whose lock was taken away', async () => {
    const one = await start();
    await createNote(one, 'mine');
    rmSync(`${file}.lock`);
    const other = await start();
    await createNote(other, 'theirs');
    await assert.rejects(one.stop(), /another process writes it now/);
    await other.stop();
    assert.match(readFileSync(file, 'utf8'), /"theirs"/);
    assert.doesNotMatch(readFileSync(file, 'utf8'), /"mine"/);
  });

  const damages: Readonly<Record<string, [(text: string) => string, RegExp]>> = {
    'is cut': [(text) => text.slice(0, -40), /no whole JSON/],
    'is empty': [() => '', /no whole JSON/],
    'is something else': [() => '{"a":1}', /no state of emulators at "product"/],
    'is of a newer version': [(text) => text.replace('"form":1', '"form":9'), /newer version.*form 9/],
    'holds a newer state': [
      (text) => text.replaceAll('"form":1,"provider"', '"form":7,"provider"'),
      /"states\.demo-notes": The state has the form 7/,
    ],
    'was edited': [(text) => text.replace('hello', 'hullo'), /"states\.demo-notes": .*checksum/],
    'has a world of no name': [(text) => text.replace('"worlds":{}', '"worlds":{"a b":{}}'), /"worlds\.a b"/],
  };

  for (const [title, [damage, says]] of Object.entries(damages)) {
    it(`refuses a file that ${title}, and leaves it as it is`, async () => {
      await (await start()).stop();
      const text = damage(readFileSync(file, 'utf8'));
      writeFileSync(file, text);
      assert.match(await refused(), says);
      assert.equal(readFileSync(file, 'utf8'), text);
      assert.deepEqual(readdirSync(folder), ['state.json']);
    });
  }

  it('says what is no place for a file', async () => {
    mkdirSync(file);
    assert.match(await refused(), /is no file/);
    rmSync(file, { recursive: true });
    file = path.join(folder, 'nowhere', 'state.json');
    assert.match(await refused(), /\(ENOENT\)\.\nMake the folder first/);
  });

  it('keeps what it holds of APIs that do not run here', async () => {
    await (await start()).stop();
    const text = readFileSync(file, 'utf8').replaceAll('demo-notes', 'elsewhere');
    writeFileSync(file, text);
    const one = await start();
    await createNote(one, 'beside');
    await one.stop();
    const { states } = JSON.parse(readFileSync(file, 'utf8')) as { states: object };
    assert.deepEqual(Object.keys(states), ['elsewhere', 'demo-notes']);
  });

  it('is written where a link leads', async function () {
    if (process.platform === 'win32') this.skip();
    await (await start()).stop();
    const target = file;
    file = path.join(folder, 'link.json');
    symlinkSync(target, file);
    const one = await start();
    await createNote(one, 'through');
    await one.stop();
    assert.match(readFileSync(target, 'utf8'), /"through"/);
  });

  it('takes no place of a link that leads to nothing', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync(path.join(folder, 'gone.json'), file);
    assert.match(await refused(), /is a link to .*gone\.json, where no file is\.\nName that file itself/);
    assert.deepEqual(readdirSync(folder), ['state.json']);
  });

  it('says that it could not be written', async () => {
    const one = await start();
    await createNote(one, 'lost');
    // A folder in its place cannot be replaced by a file.
    mkdirSync(path.join(file, 'inside'), { recursive: true });
    await assert.rejects(one.stop(), /state\.json was not written \(E\w+\)[\s\S]*what came since is lost\.$/);
    assert.deepEqual(readdirSync(folder), ['state.json']);
  });

  const advice = {
    ENOSPC: /^Make room on that disk/,
    EDQUOT: /^Make room on that disk/,
    EROFS: /takes no changes: name another file/,
    ENOENT: /^Make the folder first/,
    EACCES: /^Check who may write there/,
  };
  for (const [code, says] of Object.entries(advice))
    it(`says what helps where nothing can be written: ${code}`, () => assert.match(adviceOn(code), says));

  it('leaves nothing of what a killed process was writing, and everything of others', async () => {
    const shape = '0123456789abcdef';
    const ours = createHash('sha256').update('state.json').digest('hex').slice(0, shape.length);
    const left = [`.${ours}-a.part`, `.${shape}-a.part`, `.${ours}-a.json`, 'a.part'];
    for (const name of left) writeFileSync(path.join(folder, name), 'half');
    await (await start()).stop();
    assert.deepEqual(readdirSync(folder).toSorted(), [...left.slice(1), 'state.json'].toSorted());
  });

  it('starts nothing where it cannot be had', async () => {
    const one = await start();
    const { port } = one.servers[0] ?? {};
    const other = path.join(folder, 'other.json');
    assert.ok(port !== undefined);
    const outcome = await startKept([demoProvider], { state: other, onePort: port });
    assert.equal(outcome.kind, 'portInUse');
    assert.ok(!existsSync(other) && !existsSync(`${other}.lock`));
  });
});

async function createNote({ servers }: RunningEmulators, id: string): Promise<void> {
  const reply = await fetch(`${servers[0]?.baseUrl}/api/v1/notes/${id}`, {
    method: 'POST',
    headers: bearer,
    body: JSON.stringify({ text: id, copies: 1 }),
  });
  assert.equal(reply.status, 201);
}

async function notesOf({ servers }: RunningEmulators): Promise<readonly string[]> {
  const reply = await fetch(`${servers[0]?.baseUrl}/api/v1/notes/all`, { headers: bearer });
  return ((await reply.json()) as { id: string }[]).map(({ id }) => id);
}

async function statusOf({ servers }: RunningEmulators): Promise<{ now: string }> {
  return (await fetch(`${servers[0]?.baseUrl}/__emulator`)).json() as Promise<{ now: string }>;
}

function worldsIn(file: string): readonly string[] {
  return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { worlds: object }).worlds);
}

async function appeared(file: string): Promise<void> {
  const watcher = watch(path.dirname(file));
  try {
    while (!existsSync(file)) await once(watcher, 'change');
  } finally {
    watcher.close();
  }
}
