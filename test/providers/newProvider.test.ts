import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build, type Plugin } from 'esbuild';
import type { Rung } from '../../src/core/provider';
import { isInstalled, stampOf } from '../host/packages.mjs';
import { whyNoId } from '../host/provider/providerId.mjs';
import { climb, titleOf } from './climb';

/** One for each rung, all of them as the command writes them, and then raised. */
const ids: Readonly<Record<Rung, string>> = { described: 'paper-boat', listed: 'paper-kite', emulated: 'paper-ship' };
const id = ids.described;
const list = join('src', 'providers', 'index.ts');
const command = join('test', 'host', 'newProvider.mjs');

describe('A new provider', function () {
  // The compiler reads what a provider is made of, which takes a while on a busy machine.
  this.timeout(240_000);
  let scratch: string;
  let said: string;

  before(() => {
    scratch = mkdtempSync(join(tmpdir(), 'esign-provider-'));
    prepare(scratch);
    said = Object.values(ids).map((one) => runIn(scratch, [command, one]))[0] ?? '';
    climb(scratch, ids.listed, 'listed');
    climb(scratch, ids.emulated, 'emulated');
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('is six files, the last of which is its reference page, and says what is next', () => {
    const names = ['about', 'failures', 'index', 'operations/operations', 'sources'];
    const files = [...names.map((name) => `src/providers/${id}/${name}.ts`), `media/reference/${id}.md`];
    const told = [...said.matchAll(/^ {2}((?:src|media)\/\S+)$/gm)].flatMap(([, file]) => file ?? []);
    assert.deepEqual(told.sort(), files.sort());
    for (const file of files) assert.ok(existsSync(join(scratch, file)), file);
    assert.ok(said.endsWith(`  npm run docs\n  npm test -- providers -g ${id}\n`), said);
  });

  it('compiles on each rung, and is formatted as everything is', () => {
    const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
    runIn(scratch, [compiler, '-p', 'tsconfig.scratch.json']);
    const formatter = join('node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const checked = [list, ...Object.values(ids).map((one) => join('src', 'providers', one))];
    runIn(scratch, [formatter, 'check', '--error-on-warnings', '--vcs-enabled=false', ...checked]);
  });

  it('passes on each rung all tests of providers, as the command says to run them', async () => {
    const outfile = join(scratch, 'providerTests.mjs');
    await bundleTests(scratch, outfile);
    const words = Object.values(ids).flatMap((one) => [one, titleOf(one)]);
    const main = join(process.cwd(), 'dist', 'test', 'main.mjs');
    const output = runIn(scratch, [main, outfile, '60000'], { ESIGN_TEST_GREP: words.join('|') });
    for (const one of Object.values(ids)) {
      for (const name of ['definition of', 'any reply to', 'token replies to', 'Secrets of']) {
        assert.match(output, new RegExp(`^ *${name} ${one}$`, 'm'));
      }
    }
    assert.match(output, new RegExp(`${ids.emulated}: hides none of its rows`));
    assert.match(output, /documents\.json › .*a document/);
  });

  it('has a line among the providers, an owner and a row in the README', () => {
    const added = (file: string) => {
      const before = readFileSync(file, 'utf8').split('\n');
      const after = readFileSync(join(scratch, file), 'utf8').split('\n');
      assert.equal(after.length - before.length, Object.keys(ids).length * (file === list ? 2 : 1));
      return after.filter((line) => !before.includes(line));
    };
    assert.deepEqual(
      added(list).filter((line) => line.includes(id)),
      [
        "import { about as paperBoat } from './paper-boat/about';",
        "  { ...paperBoat, load: async () => (await import('./paper-boat')).paperBoat },",
      ],
    );
    assert.deepEqual(
      added(join('.github', 'CODEOWNERS'))[0],
      `${`/src/providers/${id}/`.padEnd(29)} @esign-workbench/${id}`,
    );
    assert.deepEqual(added('README.md'), [
      '| Paper Boat | described | documents | [operations](media/reference/paper-boat.md) |',
      '| Paper Kite | listed | documents | [operations](media/reference/paper-kite.md) |',
      '| Paper Ship | emulated | documents | [operations](media/reference/paper-ship.md) |',
    ]);
  });

  const refusals: readonly (readonly [wrong: string, why: RegExp])[] = [
    ['', /it needs an ID\. Write one behind the command/],
    ['Acme', /small letters.*\. Write acme\./],
    ['acme sign', /Write acme-sign\./],
    ['AcmeSign', /Write acme-sign\./],
    ['a--b', /Write a-b\./],
    ['../a', /Write a\./],
    ['..', /single hyphens\.$/m],
    ['1a', /Write a\./],
    ['new', /a meaning in code/],
    ['about', /a meaning in code/],
    ['define-auth', /a meaning in code/],
    ['constructor', /a meaning in code/],
    ['con', /Windows can make no folder/],
    ['com1', /Windows can make no folder/],
    ['a'.repeat(25), /at most 24 characters, and this has 25/],
    [id, /src\/providers\/paper-boat is there already\. Work on that one/],
  ];
  it('is not made of what is no ID, or is taken: it says why and what to do, and writes nothing', () => {
    for (const [wrong, why] of refusals) assert.match(`${whyNoId(scratch, wrong)}.`, why, wrong);
    for (const right of ['acme', 'acme-sign2', 'a'.repeat(24)]) assert.equal(whyNoId(scratch, right), undefined, right);
    refused('AcmeSign', /Write acme-sign\./);
    refused(id, /there already/);
  });

  it('is not made where its name in code is taken, its lists are not as they were, or its page cannot be written', () => {
    const files = {
      list: join(scratch, list),
      readme: join(scratch, 'README.md'),
      core: join(scratch, 'src', 'headless', 'reference', 'describedPage.ts'),
    };
    withText(
      files.list,
      (text) => text.replace('paperBoat }', 'acmeSign }'),
      () => refused('acme-sign', /index\.ts has the name acmeSign already/),
    );
    withText(
      files.list,
      (text) => `${text}\nexport const more = 1;\n`,
      () => refused('acme-sign', /index\.ts has not the list of providers/),
    );
    withText(
      files.readme,
      (text) => text.replaceAll('media/reference/', 'docs/'),
      () => refused('acme-sign', /README\.md has not the table/),
    );
    withText(
      files.core,
      (text) => `${text}\nthis is no code\n`,
      () => refused('acme-sign', /page could not be written[\s\S]*describedPage\.ts/),
    );
  });

  function refused(wrong: string, why: RegExp): void {
    const before = stateOf(scratch);
    const { status, stderr } = spawn(scratch, [command, wrong]);
    assert.notEqual(status, 0);
    assert.ok(stderr.startsWith(`No provider "${wrong}" was made, and nothing is changed: `), stderr);
    assert.match(stderr, why);
    assert.deepEqual(stateOf(scratch), before);
  }
});

/** The project: what is changed or found by its place is a copy, the rest is linked. */
function prepare(scratch: string): void {
  // The command would install packages through the link.
  assert.ok(isInstalled('node_modules', stampOf('package-lock.json')), 'run npm start or npm test once');
  for (const folder of [join('src', 'providers'), join('test'), 'dist', join('media', 'reference')]) {
    mkdirSync(join(scratch, folder), { recursive: true });
  }
  const linked = ['node_modules', join('dist', 'scenarios'), join('test', 'unit'), join('test', 'providers')];
  const parts = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const copied = ['providers', 'headless', 'reference'];
  const own = parts.map(({ name }) => name).filter((name) => !copied.includes(name));
  const providers = readdirSync(join('src', 'providers')).filter((name) => name !== 'index.ts');
  for (const folder of [
    ...linked,
    ...own.map((name) => join('src', name)),
    ...providers.map((name) => join('src', 'providers', name)),
  ]) {
    symlinkSync(join(process.cwd(), folder), join(scratch, folder), 'junction');
  }
  for (const file of [
    ...['package.json', 'package-lock.json', 'esbuild.mjs', 'tsconfig.json', 'biome.jsonc', 'README.md'],
    ...[join('src', 'universal.d.ts'), join('.github', 'CODEOWNERS'), list, join('test', 'host')],
    ...['headless', 'reference'].map((name) => join('src', name)),
  ]) {
    cpSync(file, join(scratch, file), { recursive: true });
  }
  const compilerOptions = { types: [] };
  const include = ['src/universal.d.ts', ...Object.values(ids).map((one) => `src/providers/${one}`)];
  const config = { extends: './tsconfig.json', compilerOptions, include, exclude: [] };
  writeFileSync(join(scratch, 'tsconfig.scratch.json'), JSON.stringify(config));
}

/** All tests of providers as they are, over the providers of the scratch folder. */
async function bundleTests(scratch: string, outfile: string): Promise<void> {
  const providers: Plugin = {
    name: 'scratch-providers',
    setup: (building) => {
      const own = join(process.cwd(), 'src', 'providers');
      building.onResolve({ filter: /\/providers(\/index)?$/ }, ({ path, resolveDir }) =>
        [own, join(own, 'index')].includes(join(resolveDir, path)) ? { path: join(scratch, list) } : undefined,
      );
    },
  };
  const tests = readdirSync(join('test', 'providers'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts') && name !== 'newProvider.test.ts');
  await build({
    stdin: {
      contents: tests.map((name) => `import './test/providers/${name}';`).join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
    plugins: [providers],
    outfile,
  });
}

/** What the command may change. */
function stateOf(scratch: string): readonly string[] {
  const folders = [join('src', 'providers'), join('media', 'reference')].map((folder) =>
    readdirSync(join(scratch, folder)).join(),
  );
  const files = [list, 'README.md', join('.github', 'CODEOWNERS')].map((file) =>
    readFileSync(join(scratch, file), 'utf8'),
  );
  return [...folders, ...files];
}

function withText(file: string, changed: (text: string) => string, during: () => void): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, changed(text));
  try {
    during();
  } finally {
    writeFileSync(file, text);
  }
}

/** The output; what fails is told with all of it. */
function runIn(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawn(cwd, args, env);
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}

function spawn(cwd: string, args: readonly string[], own: Readonly<Record<string, string>> = {}) {
  // The names of tests to run, and the file to count them in, are meant for this process.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ESIGN_TEST_')));
  return spawnSync(process.execPath, [...args], { cwd, env: { ...env, ...own }, encoding: 'utf8' });
}
