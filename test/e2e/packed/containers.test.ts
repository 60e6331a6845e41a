import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { root } from '../../host/paths.mjs';
import { freePort } from '../../host/ports.mjs';
import { type OwnedProcess, startProcess } from '../../host/processes.mjs';
import { until } from '../harness/until';
import { endGroup, installInProject, type PackedProgram, packedProgram } from './packedProgram';
import { actionSteps, composeServices, devcontainer, imageCommands } from './teamFiles';

/* What the files for CI and teams run, word for word, on a machine without containers. */

interface Ended {
  readonly code: number;
  readonly output: string;
}

describe('The files for CI and teams', () => {
  const image = imageCommands();
  const services = composeServices();
  let packed: PackedProgram;
  let mapped: number;
  let running: OwnedProcess[] = [];

  before(async () => {
    packed = await packedProgram();
    await packed.installGlobally();
  });
  beforeEach(async () => {
    mapped = await freePort();
  });
  afterEach(async () => {
    for (const owned of running) endGroup(owned);
    await Promise.all(running.map((owned) => owned.end()));
    running = [];
  });
  after(() => packed.remove());

  /** As in a container of a network with one called emulator. */
  const contained = () => ({
    ...packed.env,
    NODE_OPTIONS: `--require ${path.join(root, 'test', 'e2e', 'packed', 'containerNetwork.cjs')}`,
    ESIGN_TEST_NETWORK: JSON.stringify({ port: image.port, mapped, names: ['emulator'] }),
  });

  const begin = ([command, ...args]: readonly [string, ...string[]], env: NodeJS.ProcessEnv) => {
    const said: string[] = [];
    const onOutput = (text: string) => void said.push(text);
    const owned = startProcess(command, args, { cwd: packed.folder, env, onOutput });
    running.push(owned);
    return { owned, output: () => said.join('') };
  };
  const ended = async (words: readonly [string, ...string[]], env: NodeJS.ProcessEnv): Promise<Ended> => {
    const { owned, output } = begin(words, env);
    return { code: await owned.exited, output: output() };
  };
  const health = () => ended(image.healthcheck, contained());
  const untilHealthy = () => until('health', async () => ((await health()).code === 0 ? true : undefined));
  const isHealthy = async (base: string) => (await fetch(`${base}/__emulator/health`)).ok;

  it('start the emulators of an image, tell their health, and end them', async () => {
    assert.equal((await health()).code, 1, 'nobody listens');
    const other = createServer((_, reply) => reply.writeHead(404).end()).listen(mapped, '127.0.0.1');
    await once(other, 'listening');
    assert.equal((await health()).code, 1, 'somebody else listens');
    other.close();
    await once(other, 'close');

    const { owned, output } = begin(image.entrypoint, contained());
    await untilHealthy();
    assert.ok(await isHealthy(`http://127.0.0.1:${mapped}`));
    owned.child.kill('SIGTERM');
    assert.equal(await owned.exited, 0, output());
    assert.equal((await health()).code, 1);
  });

  it('let the application of a compose file call the emulator by its name', async () => {
    const { emulator, app } = services;
    assert.ok(emulator && app);
    const [command, ...args] = app.command;
    assert.ok(command);
    const call = () => ended([command, ...args], { ...contained(), ...app.environment });
    assert.notEqual((await call()).code, 0, 'there is none yet');
    begin([...image.entrypoint, ...emulator.command], { ...contained(), ...emulator.environment });
    await untilHealthy();
    const { code, output } = await call();
    assert.equal(code, 0, output);
    assert.match(output, /"product":"E-Sign Workbench emulator"/);
  });

  it('start the emulators in a step of a workflow, which fails where the port is in use', async () => {
    const given = { package: packed.file, port: String(mapped), arguments: '--strict --clock-speed 2' };
    const first = await takeAction(given);
    assert.equal(first.code, 0, first.output);
    assert.deepEqual([...first.outputs.keys()].sort(), [...actionSteps(given).outputs].sort());
    assert.equal(first.outputs.get('base-url'), `http://127.0.0.1:${mapped}`);
    assert.ok(await isHealthy(first.outputs.get('base-url') ?? ''));
    const accounts = Object.values(JSON.parse(first.outputs.get('accounts') ?? '') as Record<string, object>);
    assert.ok(accounts.length > 0 && accounts.every((account) => 'baseUrl' in account && 'credentials' in account));

    const second = await takeAction(given);
    assert.equal(second.code, 1);
    assert.match(second.output, new RegExp(`Port ${mapped} is in use\\.\\n[\\s\\S]*::error::`));
    assert.deepEqual([...second.outputs], []);

    const free = await takeAction({ ...given, port: '0' });
    assert.equal(free.code, 0, free.output);
    assert.ok(await isHealthy(free.outputs.get('base-url') ?? ''));
  });

  it('start the emulators beside the editor of a devcontainer', async () => {
    await installInProject(packed);
    const { postStartCommand, forwardPorts } = devcontainer();
    assert.deepEqual(forwardPorts, [image.port]);
    const { code } = await ended(['sh', '-c', postStartCommand], contained());
    assert.equal(code, 0);
    await untilHealthy();
    const log = path.join(packed.home, 'esign-emulator.log');
    await until('what it says', async () => /# Ready/.test(readFileSync(log, 'utf8')) || undefined);
  });

  /** In a shell as GitHub begins it; each time in a job of its own. */
  async function takeAction(given: Readonly<Record<string, string>>) {
    const temporary = mkdtempSync(path.join(packed.folder, 'job-'));
    const [script, outputFile] = [path.join(temporary, 'step.sh'), path.join(temporary, 'output')];
    let last: Ended = { code: 0, output: '' };
    for (const { run, env } of actionSteps(given).steps) {
      writeFileSync(script, run);
      last = await ended(['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
        ...packed.env,
        ...env,
        RUNNER_TEMP: temporary,
        GITHUB_OUTPUT: outputFile,
      });
      if (last.code !== 0) break;
    }
    const lines = existsSync(outputFile) ? readFileSync(outputFile, 'utf8').split('\n').filter(Boolean) : [];
    const outputs = new Map(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
    );
    return { ...last, outputs };
  }
});
