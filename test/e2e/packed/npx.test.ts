import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { npmCommand } from '../../host/packages.mjs';
import { freePort } from '../../host/ports.mjs';
import { firstLine, type OwnedProcess, startProcess } from '../../host/processes.mjs';
import { endGroup, type PackedProgram, packedProgram } from './packedProgram';

describe('npx with the packed file, in an empty folder and an empty home', () => {
  let packed: PackedProgram;
  let running: OwnedProcess[] = [];

  before(async () => {
    packed = await packedProgram();
  });
  afterEach(async () => {
    for (const owned of running) endGroup(owned);
    await Promise.all(running.map((owned) => owned.end()));
    running = [];
    assert.deepEqual(readdirSync(packed.folder), [], 'nothing is left in the folder');
  });
  after(() => packed.remove());

  const npx = (...args: readonly string[]) => {
    const said: string[] = [];
    const onOutput = (text: string) => void said.push(text);
    const [command, words] = npmCommand([
      'exec',
      '--yes',
      '--package',
      packed.file,
      '--',
      'esign',
      'emulator',
      ...args,
    ]);
    const owned = startProcess(command, words, { cwd: packed.folder, env: packed.env, onOutput });
    running.push(owned);
    return { owned, output: () => said.join('') };
  };
  const isHealthy = async (port: number) => (await fetch(`http://127.0.0.1:${port}/__emulator/health`)).ok;
  const isGone = (port: number) =>
    fetch(`http://127.0.0.1:${port}/__emulator/health`).then(
      () => false,
      () => true,
    );
  const ready = async (port: number) => {
    const one = npx('--port', String(port));
    await firstLine(one.owned, (line) => (line.startsWith('# Ready.') ? line : undefined));
    return one;
  };

  it('runs the emulators until Ctrl+C, which a terminal sends to all that it runs', async () => {
    const port = await freePort();
    const { owned, output } = await ready(port);
    assert.ok(await isHealthy(port));
    assert.match(output(), new RegExp(`^export \\w+_BASE_URL=http://127\\.0\\.0\\.1:${port}/`, 'm'));
    process.kill(-Number(owned.child.pid), 'SIGINT');
    await owned.exited;
    // Versions of npm differ in how they end; a shell takes all of these for Ctrl+C or for success.
    const { exitCode, signalCode } = owned.child;
    assert.ok(signalCode === 'SIGINT' || exitCode === 130 || exitCode === 0, `${exitCode} ${signalCode} ${output()}`);
    assert.ok(await isGone(port));
  });

  it('ends them with SIGTERM, which whoever started npx sends to it alone', async () => {
    const port = await freePort();
    const { owned, output } = await ready(port);
    owned.child.kill('SIGTERM');
    await owned.exited;
    assert.ok(await isGone(port), output());
  });

  it('says what next where the port is in use', async () => {
    const port = await freePort();
    await ready(port);
    const second = npx('--port', String(port));
    assert.equal(await second.owned.exited, 1);
    assert.match(second.output(), new RegExp(`Port ${port} is in use\\.\\nChoose another one with --port\\.`));
    assert.ok(await isHealthy(port), 'the first goes on');
  });
});
