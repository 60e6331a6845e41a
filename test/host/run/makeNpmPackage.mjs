import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { npmCommand } from '../packages.mjs';
import { npmPackageFile, root } from '../paths.mjs';
import { run } from '../processes.mjs';
import { partsOfProgram } from './builtParts.mjs';

/**
 * The npm package of what was built for production: the command line and what a program imports. Nothing is fetched.
 * Whoever packs beside others does it in a place of its own.
 * @param {{ folder: string, destination: string }} [place]
 */
export async function makeNpmPackage(
  { folder, destination } = { folder: join(root, 'dist', 'npm'), destination: root },
) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'types'), { recursive: true });
  copyProgram(folder);
  copyPapers(folder);
  await run(process.execPath, [join(root, 'dist', 'build', 'writePackageTexts.js'), folder], { cwd: root });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packedManifest(), undefined, 2)}\n`);
  await run(...npmCommand(['pack', '--ignore-scripts', '--pack-destination', destination, '--loglevel=error']), {
    cwd: folder,
  });
  const file = join(destination, basename(npmPackageFile));
  return { file, bytes: statSync(file).size };
}

/** @param {string} folder */
function copyProgram(folder) {
  const built = join(root, 'dist');
  for (const part of partsOfProgram(built, ['library.js'])) cpSync(join(built, part), join(folder, 'lib', part));
  // The program is CommonJS, which starts sooner; what is imported are modules.
  writeFileSync(join(folder, 'lib', 'package.json'), '{ "type": "commonjs" }\n');
  for (const [name, text] of Object.entries(entries)) writeFileSync(join(folder, name), text);
  const types = join(root, 'src', 'package', 'types');
  for (const file of readdirSync(types))
    cpSync(join(types, file), join(folder, 'types', file.replace(/\.ts$/, '.d.ts')));
}

/** @param {string} folder */
function copyPapers(folder) {
  cpSync(join(root, 'src', 'package', 'README.md'), join(folder, 'README.md'));
  for (const guide of ['testing.md', 'teams.md']) writeFileSync(join(folder, guide), packedGuide(guide));
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  cpSync(join(root, 'dist', 'build', 'LIBRARY_NOTICES.txt'), join(folder, 'THIRD_PARTY_NOTICES.txt'));
  cpSync(join(root, 'dist', 'scenarios'), join(folder, 'scenarios'), { recursive: true });
  const skills = join(root, 'media', 'skills');
  if (existsSync(skills)) cpSync(skills, join(folder, 'skills'), { recursive: true });
}

/** Without its pictures; of files that are not in the package only what they are called. @param {string} file */
function packedGuide(file) {
  const text = readFileSync(join(root, 'media', 'guides', file), 'utf8');
  return text.replace(/^!\[.*\]\(.*\)\n\n?/gm, '').replace(/\[([^\]]+)\]\(\.\.\/[^)]*\)/g, '$1');
}

const names = ['createClient', 'runScenario', 'startEmulators'];
const typeFiles = ['client', 'emulators', 'operations', 'scenarios'];

/** The files that are imported and run, by their names. */
const entries = {
  'esign.cjs': `#!/usr/bin/env node
require('./lib/library.js').runCommandLine();
`,
  'index.js': `import library from './lib/library.js';

export const { ${names.join(', ')} } = library;
`,
  'index.d.ts': `import type { CreateClient } from './types/client.js';
import type { StartEmulators } from './types/emulators.js';
import type { RunScenario } from './types/scenarios.js';

${typeFiles.map((file) => `export type * from './types/${file}.js';`).join('\n')}
export declare const createClient: CreateClient;
export declare const runScenario: RunScenario;
export declare const startEmulators: StartEmulators;
`,
  // For programs that require it: the same types, which are those of a module.
  'index.d.cts': `import type * as library from './index.js' with { 'resolution-mode': 'import' };

export type * from './index.js' with { 'resolution-mode': 'import' };
${names.map((name) => `export declare const ${name}: typeof library.${name};`).join('\n')}
`,
};

function packedManifest() {
  const { name, version, description, license, keywords, engines } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return {
    name,
    version,
    description,
    license,
    keywords,
    type: 'module',
    engines: { node: engines.node },
    bin: { esign: 'esign.cjs' },
    exports: {
      '.': {
        import: { types: './index.d.ts', default: './index.js' },
        require: { types: './index.d.cts', default: './lib/library.js' },
      },
      './package.json': './package.json',
    },
  };
}
