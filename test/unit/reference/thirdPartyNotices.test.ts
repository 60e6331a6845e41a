import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundledPackages, type Metafile, noticesText } from '../../../src/reference/thirdPartyNotices';

const notices = 'dist/THIRD_PARTY_NOTICES.txt';

describe('third-party notices', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'esign-notices-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('name every package of every bundle that ships, with its licence', () => {
    const text = readFileSync(notices, 'utf8');
    const packages = bundlesThatShip().flatMap(({ inputs }) => Object.keys(inputs).flatMap(packageOf));
    assert.ok(new Set(packages).size > 10, 'hardly any package was found');
    const isNamed = (path: string) => {
      const { name, version, license } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
      const [, own = ''] = text.split(`\n${name} ${version}\n${license}\n\n`);
      return /Permission [\s\S]{0,120}granted|Apache License\s+Version 2\.0|Redistribution and use in source and binary/.test(
        own.split('-'.repeat(80))[0] ?? '',
      );
    };
    assert.deepEqual(
      [...new Set(packages)].filter((path) => !isNamed(path)),
      [],
    );
  });

  const permission = 'Permission is hereby granted, free of charge';
  const known = [
    { name: 'a file', license: 'ISC', files: { 'LICENSE.md': 'As you like.' }, text: /^As you like\.$/ },
    {
      name: 'a file and a notice',
      license: 'Apache-2.0',
      files: { LICENSE: 'Terms', NOTICE: 'By us' },
      text: /^Terms\n\nBy us$/,
    },
    {
      name: 'a section of the README',
      license: 'MIT',
      files: { 'README.md': `# Title\n\n## License\n\n(c) Ann\n\n${permission}\n\n## More` },
      text: /^\(c\) Ann\n\nPermission is hereby granted, free of charge$/,
    },
    {
      name: 'nothing but the name of the licence',
      license: 'MIT',
      files: { 'README.md': '# Title\n\n## License\n\nMIT' },
      text: /^Copyright \(c\) Ann\n\nPermission is hereby granted/,
    },
  ];
  for (const { name, license, files, text } of known) {
    it(`take the text from ${name}`, () => {
      const bundle = install('@own/one', license, files);
      const packages = bundledPackages([bundle, bundle]);
      assert.deepEqual(
        packages.map((one) => [one.name, one.version, one.licence]),
        [['@own/one', '1.2.3', license]],
      );
      assert.match(packages[0]?.text ?? '', text);
      assert.ok(noticesText(packages).includes(`\n@own/one 1.2.3\n${license}\n\n`));
    });
  }

  const refused = [
    {
      license: 'GPL-3.0-only',
      files: { LICENSE: 'Terms' },
      problem: /own is bundled, and its licence GPL-3\.0-only may not/,
    },
    { license: 'ISC', files: {}, problem: /own is bundled, and no text of its licence ISC is known/ },
  ];
  for (const { license, files, problem } of refused) {
    it(`are not written for a package under ${license} with ${Object.keys(files).length} texts`, () => {
      assert.throws(() => bundledPackages([install('own', license, files)]), problem);
    });
  }

  it('tell versions of a package apart, and code of our own from packages', () => {
    const inner = install('own/node_modules/inner', 'ISC', { LICENSE: 'x' });
    const outer = install('own', 'ISC', { LICENSE: 'x' });
    const packages = bundledPackages([inner, outer, { inputs: { 'src/extension.ts': {} } }]);
    assert.deepEqual(
      packages.map(({ name }) => name),
      ['own', 'own/node_modules/inner'],
    );
  });

  function install(name: string, license: string, files: Readonly<Record<string, string>>): Metafile {
    const own = join(folder, 'node_modules', name);
    mkdirSync(own, { recursive: true });
    writeFileSync(
      join(own, 'package.json'),
      JSON.stringify({ name, version: '1.2.3', license, author: { name: 'Ann' } }),
    );
    for (const [file, text] of Object.entries(files)) writeFileSync(join(own, file), text);
    return { inputs: { [join(own, 'lib', 'index.js').replaceAll('\\', '/')]: {} } };
  }
});

function bundlesThatShip(): readonly Metafile[] {
  return ['extension', 'cli', 'webview'].map(
    (name) => JSON.parse(readFileSync(`dist/meta/${name}.json`, 'utf8')) as Metafile,
  );
}

/** The manifest of the package that a file belongs to: the nearest with a version. */
function packageOf(path: string): readonly string[] {
  if (!path.startsWith('node_modules/')) return [];
  for (let at = dirname(path); at !== 'node_modules'; at = dirname(at)) {
    const file = join(at, 'package.json');
    if (isManifest(file)) return [file];
  }
  return [];
}

/** Folders within a package may have one that tells of the kind of their modules alone. */
function isManifest(file: string): boolean {
  try {
    return 'version' in (JSON.parse(readFileSync(file, 'utf8')) as object);
  } catch {
    // There is none in this folder.
    return false;
  }
}
