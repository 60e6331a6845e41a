import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import { providers } from '../../src/providers';

/*
 * What people and tools read beside the code: it names folders, commands and tasks that must be there.
 */

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface LaunchConfiguration {
  readonly name: string;
  readonly type: string;
  /** Without one it builds by itself. */
  readonly preLaunchTask?: string;
}

interface Task {
  readonly label: string;
  readonly script?: string;
  readonly args?: readonly string[];
}

/** Of Node, for processes that run beside the test. */
const importsStarters = /^import .*\b(?:exec|execFile|spawn|fork)\b.* from 'node:child_process'/m;

const manifest = readJson('package.json') as Manifest;

describe('The papers of the project', () => {
  it('every provider has an owner', () => {
    const owners = readFileSync('.github/CODEOWNERS', 'utf8');
    const folders = readdirSync('src/providers', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.ok(folders.length > 0);
    const missing = folders.filter(({ name }) => !owners.includes(`\n/src/providers/${name}/ `));
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    );
  });

  it('the README has a row for every provider, with its rung and its reference page', () => {
    const rows = readFileSync('README.md', 'utf8').matchAll(
      /^\| (.+?) \| (\w+) \| .+ \| \[operations\]\((\S+)\) \|$/gm,
    );
    const found = new Map([...rows].map(([, api = '', rung, page = '']) => [page, { api, rung }]));
    assert.deepEqual(
      [...found.keys()].sort(),
      providers.map(({ id }) => `media/reference/${id}.md`).sort(),
      'one row for each, no other',
    );
    for (const { id, title, rung } of providers) {
      const row = found.get(`media/reference/${id}.md`);
      assert.ok(row?.api === title || row?.api.startsWith(`${title} (`), `${row?.api} is called ${title}`);
      assert.equal(row?.rung, rung, id);
    }
  });

  it('commands that are named are scripts', () => {
    const texts = ['README.md', 'CONTRIBUTING.md', '.github/pull_request_template.md', '.github/workflows/ci.yml'];
    for (const path of texts) {
      const named = [...readFileSync(path, 'utf8').matchAll(/\bnpm run ([a-z:-]+)/g)].flatMap(([, name]) => name ?? []);
      assert.deepEqual(
        named.filter((name) => !(name in manifest.scripts)),
        [],
        path,
      );
    }
  });

  it('what is launched is built by a task', () => {
    const { tasks, configurations } = launching();
    const built = [...tasks.map(({ label }) => label), ...Object.keys(manifest.scripts).map((name) => `npm: ${name}`)];
    assert.ok(configurations.length > 0);
    assert.deepEqual(
      configurations
        .filter(({ preLaunchTask }) => preLaunchTask !== undefined && !built.includes(preLaunchTask))
        .map(({ name }) => name),
      [],
    );
    const byThemselves = configurations.filter(({ preLaunchTask }) => preLaunchTask === undefined);
    assert.deepEqual(
      byThemselves.map(({ name }) => name),
      ['Benches'],
    );
  });

  it('what is launched, and what builds it, is a file of the project or of its build', () => {
    const { text, tasks, configurations } = launching();
    const build = readFileSync('esbuild.mjs', 'utf8');
    const parts = [...build.matchAll(/\binParts\('(\w+)'/g)].map(([, name]) => `dist/${name}.js`);
    const isThere = (path: string) =>
      path.startsWith('dist/') ? parts.includes(path) || build.includes(`'${path}'`) : existsSync(path);
    for (const configuration of configurations) {
      const named = [...JSON.stringify(configuration).matchAll(/\$\{workspaceFolder\}\/([^"*]+)"/g)];
      const paths = named.map(([, path = '']) => path);
      assert.ok(configuration.type === 'extensionHost' || paths.length > 0, configuration.name);
      assert.deepEqual(
        paths.filter((path) => !isThere(path)),
        [],
        configuration.name,
      );
    }
    for (const { label, script, args = [] } of tasks) {
      assert.ok(script === undefined || script === 'test' || script in manifest.scripts, label);
      for (const file of args.filter((arg) => arg.endsWith('.mjs'))) assert.ok(existsSync(file), file);
    }
    for (const [, input = ''] of text.matchAll(/\$\{input:(\w+)\}/g))
      assert.ok(text.includes(`"id": "${input}"`), input);
  });

  it('an editor that is debugged runs a build with source maps', () => {
    const { tasks, configurations } = launching();
    const production = tasks.filter(({ args = [] }) => args.includes('--production')).map(({ label }) => label);
    const debugged = configurations.filter(({ type }) => type === 'extensionHost');
    assert.ok(production.length > 0 && debugged.length > 1);
    for (const { name, preLaunchTask = '' } of debugged) assert.ok(!production.includes(preLaunchTask), name);
  });

  it('every kind of tests is in the table of kinds and can be debugged', () => {
    const kinds = readdirSync('test', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .filter((name) =>
        readdirSync(`test/${name}`, { recursive: true }).some((file) => /\.test\.tsx?$/.test(`${file}`)),
      );
    assert.ok(kinds.includes('unit') && kinds.includes('e2e'));
    const rows = readFileSync('CONTRIBUTING.md', 'utf8');
    const launch = readFileSync('.vscode/launch.json', 'utf8');
    assert.deepEqual(
      kinds.filter((kind) => !rows.includes(`\n| \`test/${kind}\` |`) || !launch.includes(`/dist/test/${kind}`)),
      [],
    );
  });

  it('unit tests start nothing but tools of the system that set something up', () => {
    const files = readdirSync('test/unit', { recursive: true }).map((file) => `test/unit/${file}`);
    const starting = files.filter(
      (file) => /\.(ts|tsx|mjs)$/.test(file) && importsStarters.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(starting, []);
  });

  it('the oldest editor that is claimed is the one that tests run in', () => {
    const editor = readJson('test/host/editor/server-oldest/package.json') as { dependencies: Record<string, string> };
    const [, minor] = /^4\.(\d+)\./.exec(editor.dependencies['code-server'] ?? '') ?? [];
    assert.equal(manifest.engines.vscode, `^1.${minor}.0`);
  });

  it('the types of the editor are those of the oldest one: what came later does not compile', () => {
    const [oldest] = /\d+\.\d+/.exec(manifest.engines.vscode) ?? [];
    assert.equal(manifest.devDependencies['@types/vscode'], `~${oldest}`);
    const { packages } = readJson('package-lock.json') as { packages: Record<string, { readonly version?: string }> };
    assert.equal(packages['node_modules/@types/vscode']?.version?.startsWith(`${oldest}.`), true);
  });
});

function launching() {
  const { tasks } = readJson('.vscode/tasks.json') as { tasks: readonly Task[] };
  const { configurations } = readJson('.vscode/launch.json') as { configurations: readonly LaunchConfiguration[] };
  return { tasks, configurations, text: readFileSync('.vscode/launch.json', 'utf8') };
}

function readJson(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}
