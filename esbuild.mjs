// Builds everything that runs: `node esbuild.mjs [--production] [--package] [--tests[=unit,e2e]] [--benches] [--pictures] [--watch]`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

process.chdir(fileURLToPath(new URL('.', import.meta.url)));

const production = process.argv.includes('--production');
/** An editor that is open loads parts of the build it began with; a package holds those of its own only. */
const keepForMs = process.argv.includes('--package') ? 0 : 24 * 60 * 60 * 1000;
const watch = process.argv.includes('--watch');
const [benches, pictures] = ['--benches', '--pictures'].map((flag) => process.argv.includes(flag));

/** The kinds of tests that run next, which read no more of the build than they name; without names, all of it. */
const [tests, ...testsNamed] = process.argv.flatMap((flag) => /^(--tests)(?:=(.*))?$/.exec(flag)?.slice(1) ?? []);
const kindsOfTests = testsNamed[0]?.split(',');

/** Of characters: what is larger has a file of its own, so that whoever needs it loads nothing else. */
const smallPart = 10_000;

/** Begun by its name, which is therefore without a hash. */
const emulatorThread = 'emulatorWorker';

/** @type {esbuild.BuildOptions} */
const base = {
  bundle: true,
  minify: production,
  // Kept in production too, so that the stacks of tests are readable; the package leaves the maps out.
  sourcemap: true,
  // The notices hold the licences whole.
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

// jsonc-parser's main file is a UMD module, whose requires esbuild cannot see.
/** @type {esbuild.BuildOptions} */
const node = { ...base, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };

/** @type {esbuild.BuildOptions} */
const browser = {
  ...base,
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

/** What node-fetch falls back on where Node has no web streams, which every Node that this runs on has. */
const unused = ['web-streams-polyfill'];

/** What libraries ask for and nothing here needs: a compiler of schemas for assistants, a writer of nested queries for snippets. */
const alias = {
  '@modelcontextprotocol/server/_shims': './src/cli/commands/mcp/schemaValidator.ts',
  qs: './src/core/portable/snippets/library/queryWriter.ts',
};

/** Tests run on the packages that are installed, as plain Node modules. @type {esbuild.BuildOptions} */
const nodeTests = {
  ...node,
  format: 'esm',
  packages: 'external',
  // Imports JSON as bundlers do and Node does not.
  alias: { '@actions/workflow-parser': './node_modules/@actions/workflow-parser/dist' },
  minify: false,
  sourcesContent: false,
};

/** @type {Record<string, esbuild.BuildOptions>} */
const bundles = {
  // Of two threads, which have parts in common: that of the extensions, and that of the emulators.
  extension: {
    ...inParts('extension', 'src/extension.ts', {
      [emulatorThread]: `src/vscode/emulator/thread/${emulatorThread}.ts`,
    }),
    external: ['vscode', ...unused],
    alias,
  },
  // The editor's module is not external here: a command line that imports it must not build.
  cli: { ...inParts('cli', 'src/cli/main.ts'), banner: { js: '#!/usr/bin/env node' }, external: unused, alias },
  // What the npm package imports and runs. Only the functions of the first file are called from outside.
  ...(production && { library: { ...inParts('library', 'src/package/main.ts'), external: unused, alias } }),
  webview: {
    ...browser,
    entryPoints: pageSources().map((file) => ({ in: file, out: nameOf(file) })),
    outdir: 'dist/build/webview',
    // What the pages have in common is one file.
    splitting: true,
    chunkNames: '[name]-[hash]',
    plugins: [sheetsApart(), toPageParts('dist/webview')],
  },
  // Programs that write what ships: the schema that the editor offers for request files, what provokes documented failures
  // on the emulators, what of the npm package comes out of the operations, and the licences of what is in the bundles.
  writers: {
    ...node,
    entryPoints: [
      'src/reference/writeRequestSchema.ts',
      'src/reference/ways/writeWays.ts',
      'src/reference/package/writePackageTexts.ts',
      'src/reference/writeNotices.ts',
    ].flatMap(existing),
    entryNames: '[name]',
    outdir: 'dist/build',
    minify: false,
    sourcemap: false,
  },
};

/** Bundles that people run; of the others nothing leaves this folder. */
const shipped = ['extension', 'cli', 'webview'];

/** @type {Record<string, esbuild.BuildOptions>} */
const testBundles = {
  testRunner: { ...nodeTests, entryPoints: ['test/run/main.ts'], outfile: 'dist/test/main.mjs' },
  unitTests: {
    ...nodeTests,
    ...oneEntry([...sources('test', /^test\/[^/]+\.test\.ts$/), ...sources('test/unit', /\.test\.tsx?$/)]),
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outfile: 'dist/test/unit.mjs',
  },
  programTests: {
    ...nodeTests,
    ...oneEntry(sources('test/programs', /\.test\.ts$/)),
    outfile: 'dist/test/programs.mjs',
  },
  providerTests: {
    ...nodeTests,
    ...oneEntry(sources('test/providers', /\.test\.ts$/)),
    outfile: 'dist/test/providers.mjs',
  },
  // A program that the tests of the history start and kill, often: in one file it starts sooner.
  historyWriter: {
    ...nodeTests,
    packages: 'bundle',
    // It asks for Node's files, which a module in one file cannot.
    external: ['@vscode/l10n'],
    entryPoints: ['test/programs/historyWriter.ts'],
    outfile: 'dist/test/historyWriter.mjs',
  },
  // A thread with emulators that are made up.
  testEmulators: {
    ...nodeTests,
    entryPoints: ['test/unit/fixtures/testEmulators.ts'],
    outfile: 'dist/test/testEmulators.mjs',
  },
  vscodeTests: {
    ...node,
    ...oneEntry(sources('test/vscode', /\.test\.ts$/)),
    minify: false,
    external: ['vscode', 'mocha'],
    outfile: 'dist/test/vscode/suite.js',
  },
  vscodeRunner: {
    ...node,
    entryPoints: ['test/vscode/index.ts'],
    minify: false,
    external: ['vscode', 'mocha'],
    outfile: 'dist/test/vscode/index.js',
  },
  endToEndTests: {
    ...nodeTests,
    ...oneEntry(['test/e2e/harness/editorHost.ts', ...sources('test/e2e', /\.test\.ts$/)]),
    outfile: 'dist/test/e2e.mjs',
  },
};

/**
 * Which tests run a bundle, or load it. Of a bundle that others only ask what is in it, no file is written; what is not
 * named here is built for all. @type {Readonly<Record<string, readonly string[]>>}
 */
const bundleReaders = {
  cli: ['programs', 'providers', 'e2e'],
  library: ['e2e'],
  unitTests: ['unit'],
  programTests: ['programs'],
  historyWriter: ['programs'],
  providerTests: ['providers'],
  testEmulators: ['unit', 'vscode'],
  vscodeTests: ['vscode'],
  vscodeRunner: ['vscode'],
  endToEndTests: ['e2e'],
};

/** Takes the pictures of the documentation; run by the runner of the tests. @type {Record<string, esbuild.BuildOptions>} */
const pictureBundles = {
  testRunner: testBundles.testRunner ?? {},
  pictures: {
    ...nodeTests,
    ...oneEntry(['test/e2e/harness/editorHost.ts', 'test/pictures/pictures.ts']),
    outfile: 'dist/test/pictures.mjs',
  },
};

/** What the benches run. @type {Record<string, esbuild.BuildOptions>} */
const benchBundles = {
  floor: {
    ...node,
    minify: true,
    sourcemap: false,
    entryPoints: existing('test/bench/floor/extension.ts'),
    external: ['vscode'],
    outfile: 'dist/bench/floor.js',
  },
  benchSendMany: {
    ...node,
    sourcemap: false,
    entryPoints: existing('test/bench/sendMany.ts'),
    outfile: 'dist/bench/sendMany.js',
  },
  benchProxyCalls: {
    ...node,
    sourcemap: false,
    entryPoints: existing('test/bench/proxyCalls.ts'),
    outfile: 'dist/bench/proxyCalls.js',
  },
  benchShowReply: {
    ...node,
    sourcemap: false,
    entryPoints: existing('test/bench/showReply.ts'),
    outfile: 'dist/bench/showReply.js',
  },
  benchGrowth: {
    ...node,
    sourcemap: false,
    entryPoints: existing('test/bench/growth/main.ts'),
    outfile: 'dist/bench/growth.js',
  },
  benchHouse: {
    ...node,
    sourcemap: false,
    entryPoints: existing('test/bench/house/main.ts'),
    outfile: 'dist/bench/house.js',
    // The bodies of functions are read by the builder's own parser.
    external: ['esbuild'],
  },
  benchStates: {
    ...node,
    sourcemap: false,
    entryPoints: existing('test/bench/states/main.ts'),
    outfile: 'dist/bench/states.js',
  },
  benchHistory: {
    ...node,
    sourcemap: false,
    entryPoints: existing('test/bench/history/main.ts'),
    outfile: 'dist/bench/history.js',
  },
  benchDriver: {
    ...node,
    entryPoints: existing('test/bench/hostDriver.ts'),
    external: ['vscode'],
    outfile: 'dist/bench/hostDriver.js',
  },
};

/** Programs of the build that write what ships. @type {Record<string, () => void>} */
const afterBuilt = {
  writers: () => {
    writeRequestSchema();
    runBuilt('writeWays.js', 'dist/ways');
  },
};

/** What esbuild writes into every file that it makes CommonJS of, once for all that are joined. */
const helpers =
  'function __copyProps(to,from,except){if(from&&typeof from=="object"||typeof from=="function")for(const key of Object.getOwnPropertyNames(from))if(!Object.hasOwn(to,key)&&key!==except)Object.defineProperty(to,key,{get:()=>from[key],enumerable:Object.getOwnPropertyDescriptor(from,key)?.enumerable??true});return to}' +
  'function __export(target,all){for(const name in all)Object.defineProperty(target,name,{get:all[name],enumerable:true})}' +
  'function __toESM(mod,isNodeMode){const target=mod!=null?Object.create(Object.getPrototypeOf(mod)):{};return __copyProps(isNodeMode||!mod||!mod.__esModule?Object.defineProperty(target,"default",{value:mod,enumerable:true}):target,mod)}' +
  'function __exports(module,all){module.exports=Object.defineProperty({},"__esModule",{value:true});__export(module.exports,all)}';

mkdirSync('dist/meta', { recursive: true });
copyScenarios();
try {
  const chosen = Object.entries({
    ...bundles,
    ...(tests && Object.fromEntries(Object.entries(testBundles).filter(([name]) => isRead(name)))),
    ...(pictures && pictureBundles),
    ...(benches && benchBundles),
  });
  await Promise.all(
    chosen.filter(([, options]) => hasEntry(options)).map(([name, options]) => buildOne(name, options)),
  );
  if (!watch) runBuilt('writeNotices.js', 'dist/THIRD_PARTY_NOTICES.txt', ...shipped.map(metafileOf));
  if (!watch && production) runBuilt('writeNotices.js', 'dist/build/LIBRARY_NOTICES.txt', metafileOf('library'));
} catch (error) {
  // What is wrong with the sources was printed already; anything else deserves its stack.
  if (!(error instanceof Error && 'errors' in error)) throw error;
  process.exit(1);
}

/** @param {string} name @param {esbuild.BuildOptions} options */
async function buildOne(name, options) {
  if (!watch && !isRead(name)) {
    const { metafile } = await esbuild.build({ ...options, plugins: [], sourcemap: false, write: false });
    return writeFileSync(metafileOf(name), JSON.stringify(metafile));
  }
  const plugins = [...(options.plugins ?? []), afterBuild(name)];
  if (!watch) return void (await esbuild.build({ ...options, plugins }));
  const building = await esbuild.context({ ...options, plugins });
  await building.watch();
}

/** @param {string} name Of a bundle. */
function isRead(name) {
  return kindsOfTests === undefined || (bundleReaders[name]?.some((kind) => kindsOfTests.includes(kind)) ?? true);
}

/** Architecture and size checks read what went into each bundle. @param {string} name @returns {esbuild.Plugin} */
function afterBuild(name) {
  return {
    name: 'after-build',
    setup(building) {
      if (watch) building.onStart(() => console.info(`${new Date().toLocaleTimeString()} building ${name}`));
      building.onEnd((result) => {
        if (watch && result.errors.length > 0) console.info(`${new Date().toLocaleTimeString()} failed ${name}`);
        if (result.errors.length > 0 || !result.metafile) return;
        writeFileSync(metafileOf(name), JSON.stringify(result.metafile));
        afterBuilt[name]?.();
        if (watch) console.info(`${new Date().toLocaleTimeString()} built ${name}`);
      });
    },
  };
}

function writeRequestSchema() {
  mkdirSync('dist/schemas', { recursive: true });
  runBuilt('writeRequestSchema.js', 'dist/schemas/request.schema.json');
}

/** What new scenarios start from: `dist/scenarios/<provider>/<template>.arazzo.yaml`. */
function copyScenarios() {
  rmSync('dist/scenarios', { recursive: true, force: true });
  for (const provider of readdirSync('src/providers')) {
    const folder = `src/providers/${provider}/scenarios`;
    if (existsSync(folder)) cpSync(folder, `dist/scenarios/${provider}`, { recursive: true });
  }
}

/** @param {string} name */
function metafileOf(name) {
  return `dist/meta/${name}.json`;
}

/** A step of the build that is a program of its own. @param {string} name @param {...string} args */
function runBuilt(name, ...args) {
  const { status } = spawnSync(process.execPath, [`dist/build/${name}`, ...args], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
}

/**
 * A bundle whose dynamic imports are files of their own: what is not asked for is not even parsed. esbuild splits
 * modules only, which load slower than CommonJS and which an editor does not take, so `toCommonJs` follows.
 * @param {string} name Of the file in dist, and of the folder with the other parts. @param {string} entry
 * @param {Readonly<Record<string, string>>} [threads] Entries of threads, by the name of their file in that folder.
 * @returns {esbuild.BuildOptions}
 */
function inParts(name, entry, threads = {}) {
  const outdir = `dist/build/${name}`;
  const others = Object.entries(threads).map(([file, source]) => [`${name}/${file}`, source]);
  return {
    ...node,
    entryPoints: existsSync(entry) ? { [name]: entry, ...Object.fromEntries(others) } : {},
    format: 'esm',
    splitting: true,
    outdir,
    chunkNames: `${name}/[name]-[hash]`,
    plugins: [toCommonJs(outdir, name, threads)],
  };
}

/**
 * A part imports all parts that what it imports could ever need, so that they run in the order of the sources. No module of
 * ours is imported for what it does when it runs: without these imports a part is not made until something of it is used.
 * @returns {esbuild.Plugin}
 */
function onlyWhatIsUsed() {
  return {
    name: 'only-what-is-used',
    setup(building) {
      building.onLoad({ filter: /[\\/]dist[\\/]build[\\/].*\.js$/ }, async ({ path }) => {
        const contents = await readFile(path, 'utf8');
        const [head = ''] = /^(?:#!.*\n)?(?:import[^;]*;\s*)*/.exec(contents) ?? [];
        // As wide as before, so that the map stays right.
        const used = head.replace(/import\s*"\.[^"]*";/g, (dropped) => ' '.repeat(dropped.length));
        return { contents: used + contents.slice(head.length) };
      });
    },
  };
}

/** @param {string} outbase @param {string} name @param {Readonly<Record<string, string>>} threads @returns {esbuild.Plugin} */
function toCommonJs(outbase, name, threads) {
  return {
    name: 'to-common-js',
    setup(building) {
      building.onEnd(async ({ errors, metafile }) => {
        if (errors.length > 0 || !metafile) return;
        const parts = Object.keys(metafile.outputs).filter((file) => file.endsWith('.js'));
        const same = { ...node, bundle: false, mainFields: [], legalComments: 'inline', metafile: false };
        const supported = { 'dynamic-import': false };
        const plugins = [onlyWhatIsUsed()];
        await esbuild.build({ ...same, entryPoints: parts, outbase, outdir: 'dist', supported, plugins });
        const kept = new Set(sortedBySource(parts, metafile).map((file) => basename(file)));
        for (const folder of [`dist/${name}`, `${outbase}/${name}`]) removeOthers(folder, kept);
        // A debugger finds its way by the maps of the parts.
        if (!production) return;
        for (const file of [`dist/${name}.js`, ...[...kept].map((part) => `dist/${name}/${part}`)])
          shareEditorApi(file);
        kept.delete(`${name}.js`);
        joinParts(name, loadedParts(metafile, threads), kept);
      });
    },
  };
}

/** What is alike stands together, which packs smaller. @param {readonly string[]} parts @param {esbuild.Metafile} metafile */
function sortedBySource(parts, { outputs }) {
  const sources = new Map(
    parts.map((file) => {
      const inputs = Object.entries(outputs[file]?.inputs ?? {});
      const [largest = ''] = inputs.sort(([, one], [, other]) => other.bytesInOutput - one.bytesInOutput)[0] ?? [];
      return [file, largest];
    }),
  );
  return [...parts].sort((one, other) => ((sources.get(one) ?? '') < (sources.get(other) ?? '') ? -1 : 1));
}

/**
 * Each module that imports the editor's API as a namespace gets a copy of it, 500 properties long: with one for each of
 * the modules that are always loaded, these copies took most of the activation. The API itself serves as well.
 * @param {string} file
 */
function shareEditorApi(file) {
  if (!existsSync(file)) return;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[\w$]+\((require\("vscode"\))\)/g, '$1'));
}

/** @param {esbuild.Metafile} metafile @param {Readonly<Record<string, string>>} threads */
function loadedParts(metafile, threads) {
  const first = partsFrom(metafile, /^src\/(extension|cli\/main|package\/main)\.ts$/, ['import-statement']);
  // What a thread needs of them cannot stay in the entry, which knows the editor.
  const inThreads = Object.values(threads).map((source) => partsFrom(metafile, new RegExp(`^${source}$`)));
  const shared = new Set([...first].filter((file) => inThreads.some((parts) => parts.has(file))));
  for (const file of shared) first.delete(file);
  return { first, shared, threads: Object.keys(threads).map((file) => `${file}.js`) };
}

/**
 * The parts that an entry loads, by all kinds of imports or those that are named. Without kinds, itself is one of them.
 * @param {esbuild.Metafile} metafile @param {RegExp} entry @param {readonly string[]} [kinds]
 * @returns {Set<string>} Names of files.
 */
function partsFrom({ outputs }, entry, kinds) {
  const [start = ''] = Object.keys(outputs).filter((file) => entry.test(outputs[file]?.entryPoint ?? ''));
  const found = new Set(kinds === undefined ? [start] : []);
  for (const open = [start]; open.length > 0; ) {
    for (const { path, kind } of outputs[open.pop() ?? '']?.imports ?? []) {
      if (kinds?.includes(kind) === false || !Object.hasOwn(outputs, path) || found.has(path)) continue;
      found.add(path);
      open.push(path);
    }
  }
  return new Set([...found].map((path) => basename(path)));
}

/**
 * Puts the parts that are always loaded into the entry, since dozens of small files take longer to open than to run, and
 * the small ones of the others into one file: in a package, each file costs more than it holds. A part is made when it is
 * first asked for, and once in a thread, as in a file of its own. Those that are shared by all threads are one file.
 * @param {string} name
 * @param {{ first: ReadonlySet<string>, shared: ReadonlySet<string>, threads: readonly string[] }} loaded
 * @param {ReadonlySet<string>} all
 */
function joinParts(name, { first, shared, threads }, all) {
  const folder = `dist/${name}`;
  const texts = new Map([...all].map((file) => [file, withoutMap(readFileSync(`${folder}/${file}`, 'utf8'))]));
  const isOther = (/** @type {string} */ file) => !first.has(file) && !shared.has(file) && !threads.includes(file);
  const small = new Set([...all].filter((file) => isOther(file) && (texts.get(file) ?? '').length < smallPart));
  const packs = [
    { file: `small-${hashOf(small)}.js`, parts: small, call: 'ofSmall' },
    { file: `shared-${hashOf(shared)}.js`, parts: shared, call: 'ofShared' },
  ].filter(({ parts }) => parts.size > 0);
  const entryFile = `../${name}.js`;
  const joints = [...packs, { file: entryFile, parts: first, call: 'ofEntry' }];

  const numbers = new Map([...all].map((file, number) => [file, number]));
  /** Of a file in the folder, from another one in it or from the entry. @param {string} file @param {string} home */
  const asked = (file, home) =>
    `require("${home === entryFile ? `./${name}/` : './'}${file}")`.replace('"./../', '"../');
  /** How a part is had from where it is asked for: the entry, a pack or a part. @param {string} file @param {string} home */
  const reference = (file, home) => {
    const number = numbers.get(file);
    const joint = joints.find(({ parts }) => parts.has(file));
    if (joint === undefined) return asked(file, home);
    if (joint.file === home) return `part(${number})`;
    const isJoined = joints.some((other) => other.file === home);
    return isJoined ? `${joint.call}(${number})` : `${asked(joint.file, home)}.part(${number})`;
  };
  /** @param {string} text @param {string} home */
  const placed = (text, home) =>
    text.replace(/\brequire\("\.\/(?:[\w-]+\/)?([\w-]+\.js)"\)/g, (whole, file) =>
      all.has(file) ? reference(file, home) : whole,
    );
  /** @param {Iterable<string>} files @param {string} home */
  const joined = (files, home) => {
    const parts = [...files].map((file) => {
      const text = shareHelpers(placed(texts.get(file) ?? '', home));
      return `${numbers.get(file)}(module){${text}}`;
    });
    const part = `function part(number){const made=part.made??={};if(!made[number]){made[number]={exports:{}};parts()[number](made[number])}return made[number].exports}`;
    const calls = joints
      .filter(({ file }) => file !== home)
      .map(({ file, call }) => `function ${call}(number){return ${asked(file, home)}.part(number)}`)
      .join('');
    return `module.exports.part=part;\n${part}\n${calls}\n${helpers}\nfunction parts(){return parts.all??={${parts.join(',\n')}}}\n`;
  };

  // Behind the entry, whose map stays right.
  const entry = readFileSync(`${folder}.js`, 'utf8');
  writeFileSync(`${folder}.js`, `${placed(entry, entryFile)}\n${joined(first, entryFile)}`);
  for (const { file, parts } of packs) writeFileSync(`${folder}/${file}`, `"use strict";${joined(parts, file)}`);
  for (const file of all) {
    const path = `${folder}/${file}`;
    if (first.has(file) || packs.some(({ parts }) => parts.has(file))) rmSync(path);
    else writeFileSync(path, placed(readFileSync(path, 'utf8'), file));
  }
}

/** Takes the helpers of esbuild out of a part. @param {string} text */
function shareHelpers(text) {
  const prologue =
    /^"use strict";(?:var [\w$]+=Object\.create;)?var [\w$]+=Object\.defineProperty;var [\w$]+=Object\.getOwnPropertyDescriptor;var [\w$]+=Object\.getOwnPropertyNames;var (?:[\w$]+=Object\.getPrototypeOf,)?[\w$]+=Object\.prototype\.hasOwnProperty;var [\w$]+=\(\w,\w\)=>\{for\(var .*?return \w\};var (?:([\w$]+)=\(\w,\w,\w\)=>\(.*?,\w\)\),)?[\w$]+=\w=>[\w$]+\([\w$]+\(\{\},"__esModule",\{value:!0\}\),\w\);var ([\w$]+)=\{\};[\w$]+\(\2,(\{[^}]*\})\);module\.exports=[\w$]+\(\2\);/;
  return text
    .replace(
      prologue,
      (_, toModule, _names, exported) => `${toModule ? `var ${toModule}=__toESM;` : ''}__exports(module,${exported});`,
    )
    .replace(/0&&\(module\.exports=\{[^}]*\}\);\s*$/, '');
}

/** @param {ReadonlySet<string>} files */
function hashOf(files) {
  return createHash('sha256')
    .update([...files].join())
    .digest('hex')
    .slice(0, 8);
}

/** @param {string} text */
function withoutMap(text) {
  return text.replace(/^#!.*\n|\n\/\/# sourceMappingURL=.*\s*$/g, '');
}

/**
 * Pages hold their scripts, of which modules could not be imported: the parts become CommonJS, which asks for the others by
 * their names.
 * @param {string} folder @returns {esbuild.Plugin}
 */
function toPageParts(folder) {
  return {
    name: 'to-page-parts',
    setup(building) {
      building.onEnd(async ({ errors, metafile }) => {
        if (errors.length > 0 || !metafile) return;
        const entryPoints = Object.keys(metafile.outputs).filter((file) => /\.(js|css)$/.test(file));
        const same = { ...browser, bundle: false, sourcemap: false, metafile: false };
        const supported = { 'dynamic-import': false };
        await esbuild.build({ ...same, format: 'cjs', entryPoints, outdir: folder, supported });
        writeFileSync(join(folder, 'parts.json'), JSON.stringify(partsOfPages(metafile)));
        removeOthers(folder, new Set(['parts.json', ...entryPoints.map((file) => basename(file))]));
      });
    },
  };
}

/** The pages and the sheets that they import, which import what stands beside the components. */
function pageSources() {
  const pages = sources('webview', /^webview\/[^/]+\.tsx$/);
  const sheets = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/^import '\.\/(.+\.css)';$/gm)].map(([, file]) => `webview/${file}`),
  );
  return [...pages, ...new Set(sheets)].sort();
}

/** Pages hold the sheets that they import: what several have in common is one file. @returns {esbuild.Plugin} */
function sheetsApart() {
  return {
    name: 'sheets-apart',
    setup(building) {
      building.onResolve({ filter: /\.css$/ }, ({ path, importer }) =>
        importer.endsWith('.tsx') ? { path: `${nameOf(path)}.css`, namespace: 'sheet' } : undefined,
      );
      building.onLoad({ filter: /./, namespace: 'sheet' }, () => ({ contents: '' }));
    },
  };
}

/** What each page is made of: the parts of its script, its own first, and its sheets in the order of their rules. @param {esbuild.Metafile} metafile */
function partsOfPages(metafile) {
  const entries = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint?.endsWith('.tsx'));
  return Object.fromEntries(
    entries.map(([file, { entryPoint = '' }]) => {
      const scripts = [...partsFrom(metafile, new RegExp(`^${entryPoint}$`))];
      const imported = metafile.inputs[entryPoint]?.imports ?? [];
      const styles = imported.flatMap(({ path }) => /^sheet:(.*)$/.exec(path)?.[1] ?? []);
      return [nameOf(file), { scripts, styles }];
    }),
  );
}

/** Parts of earlier builds that no open editor asks for any more. @param {string} folder @param {ReadonlySet<string>} kept */
function removeOthers(folder, kept) {
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    if (!kept.has(file.replace(/\.map$/, '')) && Date.now() - statSync(path).mtimeMs >= keepForMs) rmSync(path);
  }
}

/** @param {string} file */
function nameOf(file) {
  return basename(file).replace(/\.\w+$/, '');
}

/** @param {string} file */
function existing(file) {
  return existsSync(file) ? [file] : [];
}

/** Paths below a folder, with forward slashes, in a stable order. @param {string} folder @param {RegExp} pattern */
function sources(folder, pattern) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)).split(sep).join('/'))
    .filter((name) => pattern.test(name))
    .sort();
}

/** One bundle for many files: shared modules are loaded, and counted, once. @param {string[]} files */
function oneEntry(files) {
  const contents = files.map((file) => `import ${JSON.stringify(`./${file}`)};`).join('\n');
  return { stdin: { contents, resolveDir: '.', sourcefile: 'tests.ts' } };
}

/** @param {esbuild.BuildOptions} options */
function hasEntry(options) {
  return options.stdin?.contents !== undefined || Object.keys(options.entryPoints ?? []).length > 0;
}
