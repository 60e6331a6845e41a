import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build, type Plugin } from 'esbuild';
import { whyNoId, withProvider, writeProvider } from '../host/provider/writeProvider.mjs';

const id = 'paper-boat';
const list = join('src', 'providers', 'index.ts');

/** The tests that every provider has to pass, whatever its rung. */
const contract = [
  'definitions',
  'cases',
  'anyReply',
  'askedFirst',
  'tokenReplies',
  'translations',
  'secretsMatrix',
  'secretsInAddresses',
];

describe('A new provider', function () {
  // The compiler reads what a provider is made of, which takes a while on a busy machine.
  this.timeout(120_000);
  let scratch: string;
  let files: readonly string[];

  before(() => {
    scratch = mkdtempSync(join(tmpdir(), 'esign-provider-'));
    prepare(scratch);
    files = writeProvider(scratch, id);
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('is five files; the sixth is its reference page', () => {
    assert.deepEqual(
      files.map((file) => file.replaceAll('\\', '/')).sort(),
      ['about', 'failures', 'index', 'operations/operations', 'sources'].map(
        (name) => `src/providers/${id}/${name}.ts`,
      ),
    );
  });

  it('compiles, and is formatted as everything is', () => {
    const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
    runIn(scratch, [compiler, '-p', 'tsconfig.scratch.json']);
    const formatter = join('node_modules', '@biomejs', 'biome', 'bin', 'biome');
    runIn(scratch, [formatter, 'check', '--error-on-warnings', '--vcs-enabled=false', 'src/providers']);
  });

  it('passes the tests of all providers', async () => {
    const outfile = join(scratch, 'contract.mjs');
    await bundleContract(scratch, outfile);
    const output = runIn(process.cwd(), ['dist/test/main.mjs', outfile, '60000']);
    for (const name of ['definition of', 'any reply to', 'token replies to', 'Secrets of']) {
      assert.match(output, new RegExp(`^ *${name} ${id}$`, 'm'));
    }
  });

  it('has a line among the providers and an owner', () => {
    const owners = readFileSync(join(scratch, '.github', 'CODEOWNERS'), 'utf8');
    assert.match(owners, new RegExp(`\\n/src/providers/${id}/ +@esign-workbench/${id}\\n$`));
    const before = readFileSync(list, 'utf8').split('\n');
    const after = withProvider(before.join('\n'), { id, constant: 'paperBoat' }).split('\n');
    assert.deepEqual(
      after.filter((line) => !before.includes(line)),
      [
        "import { about as paperBoat } from './paper-boat/about';",
        "  { ...paperBoat, load: async () => (await import('./paper-boat')).paperBoat },",
      ],
    );
    assert.equal(after.length, before.length + 2);
  });

  it('is not made under an ID that cannot be one, or that is taken', () => {
    for (const wrong of ['', 'Acme', 'a--b', '-a', 'a_b', '../a', '1a', 'new', 'providers', 'a'.repeat(25), id]) {
      assert.notEqual(whyNoId(scratch, wrong), undefined, wrong);
    }
    for (const right of ['acme', 'acme-sign2', 'a'.repeat(24)]) assert.equal(whyNoId(scratch, right), undefined, right);
  });
});

/** The project without its providers: what they are made of is linked, what is changed is a copy. */
function prepare(scratch: string): void {
  mkdirSync(join(scratch, 'src', 'providers'), { recursive: true });
  for (const folder of ['node_modules', join('src', 'core'), join('src', 'kit'), join('src', 'protocol')]) {
    symlinkSync(join(process.cwd(), folder), join(scratch, folder), 'junction');
  }
  for (const file of ['tsconfig.json', 'biome.jsonc', join('src', 'universal.d.ts'), join('.github', 'CODEOWNERS')]) {
    cpSync(file, join(scratch, file));
  }
  const compilerOptions = { types: [] };
  const include = ['src/universal.d.ts', 'src/providers'];
  const config = { extends: './tsconfig.json', compilerOptions, include, exclude: [] };
  writeFileSync(join(scratch, 'tsconfig.scratch.json'), JSON.stringify(config));
  const text = readFileSync(list, 'utf8');
  const empty = text
    .replace(/^import \{ about .*\n/gm, '')
    .replace(/^ {2}\{ \.\.\..*\n/gm, '')
    .replace('[\n];', '[];');
  writeFileSync(join(scratch, list), empty);
}

/** The tests as they are, over the providers of the scratch folder. */
async function bundleContract(scratch: string, outfile: string): Promise<void> {
  const providers: Plugin = {
    name: 'scratch-providers',
    setup: (building) => {
      building.onResolve({ filter: /\/src\/providers(\/index)?$/ }, () => ({ path: join(scratch, list) }));
    },
  };
  const contents = contract.map((name) => `import './test/providers/${name}.test.ts';`).join('\n');
  await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    plugins: [providers],
    outfile,
  });
}

/** The output; what fails is told with all of it. */
function runIn(cwd: string, args: readonly string[]): string {
  // The names of tests to run, and the file to count them in, are meant for this process.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ESIGN_TEST_')));
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}
