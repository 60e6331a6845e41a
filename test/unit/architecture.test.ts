import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  arrowsBetween,
  exportedTypes,
  findCycles,
  foldersOver,
  type Import,
  listFiles,
  readSources,
  type SourceFile,
  withoutComments,
} from './importGraph';
import { mayImport, type Zone, zoneOf, zones } from './importTable';

/*
 * The walls between the folders: which machine the code of a folder runs on, and whom it may know.
 */

const providerIds = readdirSync('src/providers', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const mostFiles = 15;

const sources = [...readSources('src'), ...readSources('webview')];

describe('Architecture', () => {
  it('every file is in a zone of the import table', () => {
    assert.deepEqual(
      sources.filter(({ path }) => zoneOf(path) === undefined).map(({ path }) => path),
      [],
    );
  });

  it('imports keep to the import table', () => {
    assert.ok(sources.flatMap(({ imports }) => imports).length > sources.length, 'hardly any import was found');
    assert.deepEqual(sources.flatMap(forbiddenImports), []);
  });

  it('the README has the same table', () => {
    const table = /\| from \\ may import [\s\S]*?\n\n/.exec(readFileSync('README.md', 'utf8'))?.[0] ?? '';
    const [head = [], , ...rows] = table.trim().split('\n').map(cellsOf);
    assert.ok(rows.length >= 10, 'hardly any row was found');
    for (const [from = '', ...cells] of rows) {
      const zone = zoneOf(`${from.replace('/x', '')}/`);
      assert.ok(zone, from);
      assert.deepEqual(
        cells,
        head.slice(1).map((to) => wordFor(zone, to)),
        from,
      );
    }
  });

  it('the README names every other package, with the folders that import it', () => {
    const table = /\| package \| only in \|\n[\s\S]*?\n\n/.exec(readFileSync('README.md', 'utf8'))?.[0] ?? '';
    const [, , ...rows] = table.trim().split('\n');
    assert.deepEqual(rows, packageRows());
  });

  it('no files import each other in a circle, not even for types or on demand', () => {
    assert.deepEqual(findCycles(sources), []);
    const imports = (to: string, kind: 'type' | 'dynamic') => ({ text: '', imports: [{ to, kind }] });
    const circle = [
      { path: 'a.ts', ...imports('b.ts', 'type') },
      { path: 'b.ts', ...imports('a.ts', 'type') },
    ];
    assert.deepEqual(findCycles(circle), ['a.ts -> b.ts -> a.ts']);
    const onDemand = [
      { path: 'a.ts', ...imports('b.ts', 'dynamic') },
      { path: 'b.ts', ...imports('a.ts', 'type') },
    ];
    assert.deepEqual(findCycles(onDemand), ['a.ts -> b.ts -> a.ts']);
  });

  it('no two exported types have the same name where both can be seen', () => {
    assert.ok(sources.flatMap(exportedTypes).length > 300, 'hardly any type was found');
    assert.deepEqual(repeatedTypes(sources), []);
    const file = (path: string, name: string) => ({ path, text: `export interface ${name} {}`, imports: [] });
    const [one, other] = providerIds.map((id) => file(`src/providers/${id}/a.ts`, 'State'));
    assert.ok(one && other);
    assert.deepEqual(repeatedTypes([one, other]), []);
    assert.deepEqual(repeatedTypes([one, file('src/core/a.ts', 'State')]), [`State: ${one.path} src/core/a.ts`]);
  });

  it('only the providers know which providers there are', () => {
    assert.ok(providerIds.length > 0, 'no provider was found');
    const tests = readSources('test').filter(({ path }) => !/\/(cases|fixtures|demo|preview)\//.test(path));
    const others = [...sources.filter(({ path }) => !path.startsWith('src/providers/')), ...tests];
    assert.deepEqual(others.flatMap(namedProviders), []);
  });

  it('only the tree and the reference ask which rung a provider is on', () => {
    const readers = sources.filter(({ text }) => readsRung.test(withoutComments(text))).map(({ path }) => path);
    const rooms = new Set(readers.map((path) => path.slice(0, path.lastIndexOf('/'))));
    assert.deepEqual([...rooms].toSorted(), ['src/headless/reference', 'src/vscode/documents/tree']);
    for (const text of ['a.rung === x', 'const { title, rung } = about;', '({ rung: own, id }) => own', "at['rung']"]) {
      assert.match(text, readsRung);
    }
    for (const text of ["rung: 'described',", 'readonly rung: Rung;', "Omit<A, 'id' | 'rung'>"]) {
      assert.doesNotMatch(text, readsRung);
    }
  });

  it('an operation is named by itself, and its id written once', () => {
    const inProviders = sources.filter(({ path }) => path.startsWith('src/providers/'));
    const written = inProviders.flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/(\w+:)?\s*['"`]([\w-]+)\/[a-z][\w-]*['"`]/g)]
        .filter(([, , id = '']) => providerIds.includes(id))
        .map(([found, name]) => ({
          isDefinition: name === 'id:' || isChecked(name, path),
          place: `${path}: ${found.trim()}`,
        })),
    );
    assert.ok(written.some(({ isDefinition }) => isDefinition));
    assert.deepEqual(
      written.filter(({ isDefinition }) => !isDefinition).map(({ place }) => place),
      [],
    );
  });

  it('only the module of addresses joins and takes apart addresses', () => {
    const isElsewhere = ({ path }: SourceFile) => !path.startsWith('src/core/addresses/');
    assert.ok(sources.some((source) => !isElsewhere(source) && madeAddresses(source).length > 0));
    assert.deepEqual(sources.filter(isElsewhere).flatMap(madeAddresses), []);
  });

  it('only the module of notices shows messages: what they quote is never a link', () => {
    const shows = ({ text }: SourceFile) => /\bshow(Information|Warning|Error)Message\b|\bwithProgress\b/.test(text);
    assert.deepEqual(
      sources.filter(shows).map(({ path }) => path),
      ['src/vscode/shell/notices.ts'],
    );
  });

  it('only the module of pages fills webviews and brings them back', () => {
    const fills = ({ text }: SourceFile) =>
      /\.html = |\benableScripts\b|\bregisterWebviewPanelSerializer\b/.test(withoutComments(text));
    const filling = sources.filter(({ path }) => path.startsWith('src/vscode/')).filter(fills);
    assert.ok(filling.length > 2);
    assert.deepEqual(
      filling.map(({ path }) => path).filter((path) => !path.startsWith('src/vscode/shell/page/')),
      [],
    );
  });

  it('each list and input stays when it loses the focus', () => {
    const isAsking = ({ path }: SourceFile) => path === 'src/vscode/shell/asking/boxes.ts';
    const asks = ({ text }: SourceFile) => /\bshow(QuickPick|InputBox)\b/.test(text);
    const makes = ({ text }: SourceFile) => /\bcreate(QuickPick|InputBox)\b/.test(text);
    const stays = ({ text }: SourceFile) => /\bignoreFocusOut = true\b/.test(text);
    assert.ok(sources.some(isAsking) && sources.some(makes));
    assert.deepEqual(
      sources
        .filter((source) => (asks(source) && !isAsking(source)) || (makes(source) && !stays(source)))
        .map(({ path }) => path),
      [],
    );
  });

  it('no file of the media, no command, view, setting or menu is for one provider', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: unknown };
    const texts = [JSON.stringify(contributes), ...listFiles('media').filter((path) => !/\.(md|png)$/.test(path))];
    assert.deepEqual(
      texts.filter((text) => namesOf(text).length > 0),
      [],
    );
  });

  it('the pure folders compile without the types of Node, the browser and the editor', () => {
    const { include, compilerOptions } = readTsconfig('src/tsconfig.pure.json');
    assert.deepEqual(compilerOptions?.types, []);
    assert.deepEqual([...(include ?? [])].sort(), [
      'core',
      'emulator',
      'kit',
      'protocol',
      'providers',
      'universal.d.ts',
    ]);
    assert.ok(!JSON.stringify(readTsconfig('tsconfig.json').compilerOptions?.lib).includes('DOM'));
  });
});

describe('The rooms of the shell', () => {
  const rooms = readdirSync('src/vscode', { withFileTypes: true });
  const roomOf = (path: string) => /^src\/vscode\/([^/]+)\//.exec(path)?.[1];

  it('are folders, each opened by its one register', () => {
    const opened = rooms.map(({ name }) => `src/vscode/${name}/register${name[0]?.toUpperCase()}${name.slice(1)}.ts`);
    assert.deepEqual(
      opened.filter((path) => !existsSync(path)),
      [],
    );
    const called = sources.find(({ path }) => path === 'src/extension.ts')?.imports.map(({ to }) => to) ?? [];
    assert.deepEqual(
      opened.filter((path) => !called.includes(path)),
      [],
    );
  });

  it('need each other in one direction, types included', () => {
    const arrows = arrowsBetween(sources, roomOf);
    assert.ok(arrows.length >= rooms.length - 1, 'hardly any arrow was found');
    const nodes = rooms.map(({ name }) => ({
      path: name,
      text: '',
      imports: arrows.flatMap((arrow) => {
        const [from, to = ''] = arrow.split(' -> ');
        return from === name ? [{ to, kind: 'value' as const }] : [];
      }),
    }));
    assert.deepEqual(findCycles(nodes), []);
  });
});

describe('Folders', () => {
  it('hold so few files that one sees them all', () => {
    const paths = sources.map(({ path }) => path);
    assert.ok(foldersOver(5, paths).length > 0, 'hardly any file was found');
    assert.deepEqual(foldersOver(mostFiles, paths), []);
  });
});

describe('Bundles', () => {
  it('the command line holds neither the editor nor its shell', () => {
    const { inputs, external } = readBundle('cli');
    assert.ok(!external.includes('vscode'));
    checkInputs(
      inputs,
      /^(src\/(cli|headless|agents|core|kit|providers|emulator|protocol|node)\/|node_modules\/|package\.json$)/,
    );
  });

  it('the npm package holds neither the editor nor its shell', () => {
    const { inputs, external } = readBundle('library');
    assert.ok(!external.includes('vscode'));
    checkInputs(
      inputs,
      /^(src\/(package|cli|headless|agents|core|kit|providers|emulator|protocol|node)\/|node_modules\/|package\.json$)/,
    );
  });

  it('the protocol for assistants is loaded by its own command alone, and is nothing of the extension', () => {
    const isProtocol = (path: string) => path.includes('@modelcontextprotocol/');
    assert.ok(readBundle('cli').inputs.some(isProtocol));
    assert.deepEqual(reachedWithoutAwait('cli', 'src/cli/main.ts').filter(isProtocol), []);
    assert.deepEqual(readBundle('extension').inputs.filter(isProtocol), []);
    const loaders = sources.filter(({ imports }) => imports.some(({ to }) => isProtocol(`${to}/`)));
    assert.deepEqual(
      loaders.filter(({ path }) => !path.startsWith('src/cli/commands/mcp/')),
      [],
    );
  });

  it('the webview holds its own code, the protocol and its UI packages', () => {
    const packages =
      '(preact|uqr|@vscode/l10n|@vscode/webview-ui-toolkit|@microsoft/fast-[a-z-]+|exenv-es6|tslib|tabbable)';
    checkInputs(readBundle('webview').inputs, new RegExp(`^(webview/|sheet:|src/protocol/|node_modules/${packages}/)`));
  });

  it('what the pages of the webview share stands in one file', () => {
    const { outputs } = readMetafile('webview');
    const modules = Object.entries(outputs).flatMap(([file, { inputs }]) =>
      /\.(js|css)$/.test(file)
        ? Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []))
        : [],
    );
    assert.ok(modules.includes('webview/ui/controls/button.tsx'), 'the controls were not found');
    assert.ok(modules.includes('webview/ui/page.css'), 'the sheets were not found');
    assert.deepEqual(
      modules.filter((path, index) => modules.indexOf(path) !== index),
      [],
    );
  });

  it('the thread of the extensions runs no emulator, and that of the emulators knows no editor', () => {
    const [shell, thread] = [
      reachedFrom('src/extension.ts'),
      reachedFrom('src/vscode/emulator/thread/emulatorWorker.ts'),
    ];
    const engine = 'src/emulator/engine.ts';
    assert.ok(thread.has(engine) && shell.has('src/providers/index.ts'), 'hardly anything was found');
    assert.ok(!shell.has(engine));
    assert.ok(shell.has('vscode') && !thread.has('vscode'));
  });

  it('no program holds the texts of all languages of zod, as it does once `z.core` is used for a value', () => {
    for (const name of ['extension', 'cli']) {
      const parts = Object.values(readMetafile(name).outputs).flatMap(({ inputs }) => Object.entries(inputs));
      const locales = parts.filter(
        ([path, { bytesInOutput }]) => /\/zod\/.*\/locales\//.test(path) && bytesInOutput > 0,
      );
      assert.deepEqual(
        locales.map(([path]) => path.replace(/.*\/locales\//, '')),
        ['en.js'],
        name,
      );
    }
  });

  it('activation loads only the shell', () => {
    const reached = reachedWithoutAwait('extension', 'src/extension.ts');
    assert.ok(reached.length > 10, 'hardly any module was found');
    checkInputs(
      reached,
      /^src\/(extension\.ts|vscode\/|providers\/(index|[\w-]+\/(about|sources))\.ts|core\/|protocol\/(jsonKinds|pointer|targetMime|turns|words\/(countSeconds|nounWithin))\.ts|node\/giveWay\.ts)|^node_modules\/@vscode\/l10n\//,
    );
  });
});

/** Of a row: the paths and names of the first cell without what is said of them. */
/** As a property, or taken out of an object that is not being made. */
const readsRung = /\.rung\b|\[['"]rung['"]\]|[{,]\s*rung\s*(?:[,}]|:\s*\w+[,\s}]+[^;]*?\}\s*(?:=|\)|:))/;

function cellsOf(row: string): readonly string[] {
  const [, first = '', ...cells] = row.split('|').map((cell) => cell.trim());
  return [/`([^`]+)`/.exec(first)?.[1] ?? first, ...cells.slice(0, -1).map((cell) => cell.replaceAll('`', ''))];
}

/** What it may ever load. */
function reachedFrom(start: string): ReadonlySet<string> {
  const files = new Map(sources.map((file) => [file.path, file]));
  const found = new Set([start]);
  for (const path of found) {
    for (const { to, kind } of files.get(path)?.imports ?? []) if (kind !== 'type') found.add(to);
  }
  return found;
}

/** What the table says of an import that the code may make. */
function wordFor(zone: Zone, to: string): string {
  const { yes, types = [] } = mayImport[zone];
  if (to === 'DOM') return zone === 'webview' ? 'yes' : '–';
  if (to === 'providers' && zone === 'headless') return 'is given them';
  if (to === 'providers' && yes.includes('provider')) return 'own folder';
  if (to === 'providers' && yes.includes('providers')) return 'index.ts';
  if (yes.includes(to)) return 'yes';
  return types.includes(to) ? 'types' : '–';
}

/** Packages that have no column of their own in the table. */
function packageRows(): readonly string[] {
  const folders = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    for (const { to } of imports) {
      if (zoneOf(to) !== undefined || /^(node:.*|zod|vscode|package\.json)$/.test(to)) continue;
      const [start = ''] = zones.find(([one]) => path.startsWith(one)) ?? [];
      folders.set(to, (folders.get(to) ?? new Set()).add(start.replace(/\/$/, '')));
    }
  }
  return [...folders]
    .map(
      ([name, found]) =>
        `| \`${name}\` | ${[...found]
          .sort()
          .map((folder) => `\`${folder}\``)
          .join(', ')} |`,
    )
    .sort((one, other) => (one < other ? -1 : 1));
}

function forbiddenImports({ path, imports }: SourceFile): readonly string[] {
  const zone = zoneOf(path);
  if (zone === undefined) return [];
  const { yes, types = [] } = mayImport[zone];
  return imports
    .filter(({ to, kind }) => {
      const target = zoneOf(to) ?? to;
      const isAllowed = yes.includes(target) || (kind === 'type' && types.includes(target));
      return !isAllowed || (zone === 'provider' && target === 'provider' && !isInSight(path, to, kind));
    })
    .map(({ to, kind }) => `${path}: ${kind} import of ${to}`);
}

/** What a translation leads from and to is compared with the operations by the compiler. */
function isChecked(name: string | undefined, path: string): boolean {
  return (name === 'from:' || name === 'to:') && path.endsWith('/about.ts');
}

/** A provider's folder sees no other one: each may have its own `State`, but none that the shared code has, too. */
function repeatedTypes(files: readonly SourceFile[]): readonly string[] {
  const places = new Map<string, SourceFile[]>();
  for (const file of files) {
    for (const name of exportedTypes(file)) places.set(name, [...(places.get(name) ?? []), file]);
  }
  const owner = ({ path }: SourceFile) => (zoneOf(path) === 'provider' ? folderOf(path) : 'shared');
  return [...places].flatMap(([name, found]) => {
    const owners = found.map(owner);
    const isOnce = new Set(owners).size === owners.length && (owners.length === 1 || !owners.includes('shared'));
    return isOnce ? [] : [`${name}: ${found.map(({ path }) => path).join(' ')}`];
  });
}

/** Its own folder; for a translation, the types of the operations that it leads from. */
function isInSight(from: string, to: string, kind: Import['kind']): boolean {
  if (folderOf(from) === folderOf(to)) return true;
  return kind === 'type' && to.startsWith(`${folderOf(to)}/operations/`) && /\/(about\.ts$|translations\/)/.test(from);
}

/** `src/providers/<id>` */
function folderOf(path: string): string {
  return path.split('/').slice(0, 3).join('/');
}

function namedProviders({ path, text }: SourceFile): readonly string[] {
  return namesOf(withoutComments(text)).map((name) => `${path}: ${name}`);
}

function namesOf(text: string): readonly string[] {
  return providerIds.filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'i').test(text));
}

/** Ways to make an address of parts, or to find parts in one, that ask nobody whether they are any. */
const addressMaking = [
  /new URL\(/,
  /\bURL\.(?:canParse|parse)\(/,
  /\$\{[^}]*(?:url|origin|host\([^)]*\))\}[/?#$]/i,
  /\b(?:url|baseUrl|origin)\s*\+\s*['"`]/i,
  /replace\(\/\\\/\+?\$\//,
];

function madeAddresses({ path, text }: SourceFile): readonly string[] {
  const code = withoutComments(text);
  return addressMaking.flatMap((pattern) => pattern.exec(code) ?? []).map((found) => `${path}: ${found}`);
}

interface Tsconfig {
  readonly include?: readonly string[];
  readonly compilerOptions?: { readonly types?: readonly string[]; readonly lib?: readonly string[] };
}

function readTsconfig(path: string): Tsconfig {
  return JSON.parse(withoutComments(readFileSync(path, 'utf8'))) as Tsconfig;
}

interface Metafile {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly MetafileImport[] }>>;
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }>>;
}
interface MetafileImport {
  readonly path: string;
  readonly kind: string;
  readonly external?: boolean;
}

function readMetafile(name: string): Metafile {
  const path = `dist/meta/${name}.json`;
  assert.ok(existsSync(path), `${path} is missing: run "npm run build"`);
  return JSON.parse(readFileSync(path, 'utf8')) as Metafile;
}

function readBundle(name: string): { readonly inputs: readonly string[]; readonly external: readonly string[] } {
  const { inputs } = readMetafile(name);
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  return { inputs: Object.keys(inputs), external: imports.filter(({ external }) => external).map(({ path }) => path) };
}

function checkInputs(inputs: readonly string[], allowed: RegExp): void {
  assert.ok(inputs.length > 0, 'the bundle is empty');
  assert.deepEqual(
    inputs.filter((path) => !allowed.test(path)),
    [],
  );
}

/** The modules that run as soon as the entry does. */
function reachedWithoutAwait(name: string, entry: string): readonly string[] {
  const { inputs } = readMetafile(name);
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { path: next, kind, external } of inputs[path]?.imports ?? []) {
      if (kind !== 'dynamic-import' && !external) visit(next);
    }
  };
  visit(entry);
  return [...reached];
}
