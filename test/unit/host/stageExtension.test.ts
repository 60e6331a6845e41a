import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { pageOf, stageExtension } from '../../host/run/stageExtension.mjs';

describe('What is packed for the editor', () => {
  let folder: string;
  const leftovers = ['dist/extension', 'dist/webview', 'dist/schemas', 'dist/ways', 'dist/scenarios'].map((part) =>
    join(part, `leftover-of-${process.pid}.js`),
  );
  const has = (file: string) => packed().includes(posix.normalize(file));
  const packed = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'esign-staged-'));
    for (const file of leftovers) writeFileSync(file, '');
    stageExtension(folder);
  });

  after(() => {
    for (const file of [...leftovers, folder]) rmSync(file, { recursive: true, force: true });
  });

  it('is what it names, whatever lies beside it', () => {
    assert.deepEqual(
      packed().filter((file) => /leftover|\.map$|\.tsx?$|node_modules|\/cli[./]/.test(file)),
      [],
    );
  });

  it('has every file that its manifest names', () => {
    const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
    const named = manifest.match(/(?<=")(?:\.\/)?(?:dist|media)\/[^"*]+\.\w+(?=")/g) ?? [];
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.filter((file) => !has(file)),
      [],
    );
  });

  it('has every file that its programs and pages ask for', () => {
    const asked = packed()
      .filter((file) => /^dist\/.*\.js$/.test(file))
      .flatMap((file) => {
        const calls = readFileSync(join(folder, file), 'utf8').matchAll(
          /(?:require\(|import\(|from|import)"(\.\.?\/[\w./-]+)"/g,
        );
        return [...calls].map(([, name = '']) => posix.join(dirname(file), name));
      });
    assert.ok(asked.length > 20);
    assert.deepEqual(
      asked.filter((file) => !has(file)),
      [],
    );
  });

  it('has the thread of the emulators, which is begun by its name', () => {
    assert.ok(has('dist/extension/emulatorWorker.js'));
  });
});

describe('The page of the Marketplace', () => {
  const source = 'media/guides/marketplace.md';
  const text = readFileSync(source, 'utf8');
  /** The tool that packs, told where the sources are. */
  const packedPage = async (page: string, repository?: string): Promise<string> => {
    const { ReadmeProcessor } = createRequire(join(process.cwd(), 'package.json'))('@vscode/vsce/out/package.js');
    const manifest = { name: 'page', publisher: 'somebody', version: '1.0.0', engines: { vscode: '*' }, repository };
    const processor = new ReadmeProcessor(manifest);
    const { contents } = await processor.onFile({ path: 'extension/readme.md', contents: Buffer.from(page) });
    return contents.toString();
  };
  const pictures = (page: string): readonly string[] =>
    [...page.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)].map(([, address = '']) => address);

  it('shows its pictures from the sources, once the manifest says where these are', async () => {
    const page = await packedPage(pageOf(text, true), 'https://github.com/somebody/page');
    assert.ok(pictures(page).length > 1);
    const base = 'https://github.com/somebody/page/raw/HEAD/';
    for (const address of pictures(page)) {
      assert.ok(address.startsWith(base), address);
      assert.ok(existsSync(address.slice(base.length)), `${address} is no file of ours`);
    }
  });

  it('is packed without pictures and dead links before that', async () => {
    const page = await packedPage(pageOf(text, false));
    assert.deepEqual(pictures(page), []);
    assert.deepEqual(page.match(/\]\((?!https:)[^)]*\)/g), null);
  });
});
