import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { ProviderRegistry } from '../../src/core/registry';
import { providers } from '../../src/providers';
import { findInstalled } from '../../src/vscode/agents/findInstalled';
import { mostOfNpmPackage } from '../bench/size.mjs';
import { ensureEditor } from '../host/editor/packages.mjs';
import { npmCommand } from '../host/packages.mjs';
import { manifest, root } from '../host/paths.mjs';
import { run } from '../host/processes.mjs';
import { ensureTestRunners, linkRunner } from '../host/runners/testRunners.mjs';
import { callWithoutValues } from '../unit/fixtures/callWithoutValues';
import { installInProject, type PackedProgram, packedProgram } from './packed/packedProgram';

/** How the files of the guide are run, and what the runner says when all is well. */
const runners = [
  { name: 'node:test', args: ['--test', 'contracts.test.mjs'], says: /# pass 3\n# fail 0/ },
  { name: 'vitest', args: ['vitest/vitest.mjs', 'run', 'contracts.vitest'], says: /Tests\s+3 passed/ },
  { name: 'jest', args: ['jest/bin/jest.js', '--ci', 'contracts.jest'], says: /Tests:\s+1 passed, 1 total/ },
  { name: '@playwright/test', args: ['@playwright/test/cli.js', 'test', 'contracts.spec'], says: /1 passed/ },
] as const;

describe('The npm package', () => {
  let packed: PackedProgram;
  let folder: string;
  let bytes: number;
  let env: NodeJS.ProcessEnv;
  const npm = (...args: readonly string[]) => run(...npmCommand(args), { cwd: folder, env });
  const node = (...args: readonly string[]) => run(process.execPath, args, { cwd: folder, env });
  const installed = () => join(folder, 'node_modules', manifest.name);

  before(async () => {
    packed = await packedProgram();
    await installInProject(packed);
    ({ folder, bytes, env } = packed);
  });

  after(() => packed.remove());

  it('is small, and brings nothing along', () => {
    console.info(`      npm package: ${(bytes / 1000).toFixed(1)} kB`);
    assert.ok(bytes < mostOfNpmPackage * 1000, `${bytes} bytes`);
    const own = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8')) as Readonly<
      Record<string, unknown>
    >;
    assert.deepEqual(
      [own['name'], own['version'], own['engines'], own['dependencies'], own['scripts']],
      [manifest.name, manifest.version, { node: '>=20.12' }, undefined, undefined],
    );
  });

  it('is the command esign', async () => {
    assert.equal((await npm('exec', '--no', '--', 'esign', '--version')).trim(), manifest.version);
    assert.match(await npm('exec', '--no', '--', manifest.name, 'operations', '--json'), /"operation"|"id"/);
  });

  it('starts an emulator for a program that imports it, and for one that requires it', async () => {
    const [id = ''] = providers.map((provider) => provider.id);
    const use = `({ startEmulators }) => startEmulators({ providers: ['${id}'] }).then(async (started) => {
      const { status } = await fetch(started['${id}'].baseUrl + '/__emulator');
      await started.close();
      console.log(status);
    })`;
    for (const program of [`import('${manifest.name}').then(${use})`, `(${use})(require('${manifest.name}'))`]) {
      assert.equal((await node('-e', program)).trim(), '200');
    }
  });

  it('does what its README shows: an invite, its link, and a signature', async () => {
    const readme = readFileSync(join(installed(), 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
    assert.ok(shown.length > 0);
    for (const [index, code] of shown.entries()) {
      writeFileSync(join(folder, `shown${index}.mjs`), code);
      assert.equal(await node(`shown${index}.mjs`), '');
    }
  });

  describe('in the tests of an application', () => {
    let tools: string | undefined;

    before(async function () {
      // Once for all runs, from the registry.
      this.timeout(180_000);
      tools = await ensureTestRunners();
      const guide = readFileSync(join(installed(), 'testing.md'), 'utf8');
      for (const [, name = '', code = ''] of guide.matchAll(/^```js (\S+)\n([\s\S]*?)^```$/gm))
        writeFileSync(join(folder, name), code);
      const launchOptions = { executablePath: (await ensureEditor()).browser, args: ['--no-sandbox'] };
      const config = JSON.stringify({ use: { launchOptions }, reporter: 'line' });
      writeFileSync(join(folder, 'playwright.config.mjs'), `export default ${config};\n`);
    });

    for (const { name, args, says } of runners) {
      it(`runs what the guide shows for ${name}`, async function () {
        const [program, ...others] = args;
        if (program === '--test') {
          assert.match(await node('--test', '--test-reporter=tap', ...others), says);
          return;
        }
        if (tools === undefined) {
          console.info(`      ${name} could not be installed: the registry of npm is not reached`);
          return this.skip();
        }
        linkRunner(folder, tools, name);
        assert.match(await node(join('node_modules', program), ...others), says);
      });
    }
  });

  it('serves assistants what it holds, and is found by the editor', async () => {
    const found = await findInstalled([folder], {});
    assert.ok(found);
    assert.equal(found.version, manifest.version);
    const client = new Client({ name: 'consumer', version: '1.0.0' });
    const args = [found.program, 'mcp'];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder, stderr: 'ignore' }));
    try {
      const { tools } = await client.listTools();
      assert.ok(tools.length > 0 && tools.length <= 10);
      const { resources } = await client.listResources();
      assert.ok(resources.length >= providers.length, `${resources.length} resources`);
    } finally {
      await client.close();
    }
  });

  it('has types that hold in a strict program, as a module and as CommonJS', async () => {
    const all = await new ProviderRegistry(providers).all();
    const called = all.flatMap(({ operations }) => callWithoutValues(operations) ?? [])[0];
    const strict = all.flatMap(({ operations }) => operations).find(({ request }) => request.path !== undefined);
    assert.ok(called && strict);
    const program = strictProgram(called.id, strict.id);
    for (const file of ['consumer.mts', 'consumer.cts']) writeFileSync(join(folder, file), program);
    const options = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--noEmit'];
    const target = ['--module', 'nodenext', '--target', 'es2022', '--types', ''];
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    assert.equal(await node(tsc, ...options, ...target, 'consumer.mts', 'consumer.cts'), '');
  });

  it('holds every page that llms.txt names, and prints what is known of each API', async () => {
    const text = readFileSync(join(installed(), 'llms.txt'), 'utf8');
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    assert.ok(links.length > 0);
    for (const link of links) assert.ok(readFileSync(join(installed(), link), 'utf8').length > 0, link);
    const printed = [...text.matchAll(/^- `npx esign reference (\S+)`/gm)].map(([, id = '']) => id);
    assert.deepEqual(
      printed,
      providers.map(({ id }) => id),
    );
    for (const id of printed) {
      const page = await npm('exec', '--no', '--', 'esign', 'reference', id);
      assert.ok(page.includes(readFileSync(join(root, 'media', 'reference', `${id}.md`), 'utf8').trim()), id);
    }
    const notices = readFileSync(join(installed(), 'THIRD_PARTY_NOTICES.txt'), 'utf8');
    assert.match(notices, /^THIRD-PARTY NOTICES\n[\s\S]*\nzod \d/);
  });
});

/** Every `@ts-expect-error` is a mistake that the types must find. */
function strictProgram(called: string, strict: string): string {
  const [id] = called.split('/');
  return `import { type CallError, createClient, runScenario, startEmulators } from '${manifest.name}';

export async function use(): Promise<string> {
  const started = await startEmulators({ providers: ['${id}'], ports: { base: 4010 }, clock: () => 0 });
  const client = createClient(started, { confirm: ({ title }) => title.length > 0 });
  const sent = await client.send('${called}');
  if (sent.kind === 'succeeded') return String(sent.links[0]?.url ?? sent.body);
  const failed: CallError['result'] = sent;
  const outcome = await runScenario('one.arazzo.yaml', { connections: started, inputs: { a: [1, null] } });
  await started.sign({ provider: '${id}', document: '1', as: 'anna@example.com' });
  await started.advance({ minutes: 1 });
  // @ts-expect-error There is no such provider.
  await startEmulators({ providers: ['nobody'] });
  // @ts-expect-error There is no such operation.
  await client.call('${id}/nothing');
  // @ts-expect-error Its path is missing.
  await client.call('${strict}', {});
  // @ts-expect-error Nobody signs without a link or a document.
  await started.sign({ as: 'anna@example.com' });
  return failed.kind + String(outcome.workflows[0]?.steps[0]?.outcome) + started['${id}'].baseUrl;
}
`;
}
