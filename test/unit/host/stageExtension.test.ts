import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { stageExtension } from '../../host/run/stageExtension.mjs';

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
