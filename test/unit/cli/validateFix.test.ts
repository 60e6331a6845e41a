import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { replaceFiles } from '../../../src/headless/files/replaceFiles';
import { createNote, useWorkplace } from './workplace';

describe('esign validate --fix', () => {
  const workplace = useWorkplace();
  const place = (name: string) => path.join(workplace().folder, name);
  const textOf = (name: string) => readFileSync(place(name), 'utf8');

  /** Tabs, Windows line ends, a byte order mark and an odd number: all of it stays. */
  const wrong = `\uFEFF{\r\n\t"operation": "demo-notes/create-note",\r\n\t"connection": "emulator",\r\n\t"path": { "note_id": "new" },\r\n\t"body": { "copies": 0,   "text": "hello", "factor": 1.10 }\r\n}`;

  it('writes what is meant, leaves the rest as it is written, and tells what it changed', async () => {
    workplace().write('a.esign.json', wrong);
    const { code, out } = await workplace().run(['validate', 'a.esign.json', '--fix']);
    assert.equal(textOf('a.esign.json'), wrong.replace('"copies": 0,', '"copies": 1,'));
    assert.match(out, /^mended {2}a\.esign\.json {2}\/body\/copies {2}.+ Mend: write 1\.\n/);
    assert.equal(code, 0);
  });

  it('shows the same and changes nothing with --dry-run', async () => {
    workplace().write('a.esign.json', wrong);
    const { code, out } = await workplace().run(['validate', 'a.esign.json', '--fix', '--dry-run']);
    assert.equal(textOf('a.esign.json'), wrong);
    assert.match(out, /^would mend {2}a\.esign\.json {2}\/body\/copies/);
    assert.equal(code, 1);
  });

  it('mends what is almost JSON, and then what stands in it', async () => {
    const almost =
      '{\n  // mine\n  "operation": "demo-notes/create-note", "connection": "emulator",\n  "path": { "note_id": "new" },\n  "body": { "text": "hello", "copies": 0, },\n}\n';
    workplace().write('a.esign.json', almost);
    const { code, out } = await workplace().run(['validate', 'a.esign.json', '--fix', '--json']);
    const { mended, valid } = JSON.parse(out);
    assert.deepEqual([valid, code], [true, 0]);
    assert.ok(mended.length >= 3, out);
    assert.deepEqual(JSON.parse(textOf('a.esign.json')).body, { text: 'hello', copies: 1 });
  });

  it('leaves a file alone that is right, or that nobody can mend', async () => {
    workplace().write('right.esign.json', createNote);
    workplace().write('broken.esign.json', '{"operation":');
    const before = [textOf('right.esign.json'), textOf('broken.esign.json')];
    const { code, out } = await workplace().run(['validate', 'right.esign.json', 'broken.esign.json', 'gone', '--fix']);
    assert.deepEqual([textOf('right.esign.json'), textOf('broken.esign.json')], before);
    assert.equal(code, 2);
    assert.doesNotMatch(out, /mended/);
  });

  it('mends all files or none, and says which one was in the way', async () => {
    workplace().write('a.esign.json', wrong);
    workplace().write('locked.esign.json', wrong);
    chmodSync(place('locked.esign.json'), 0o444);
    const { code, out, err } = await workplace().run(['validate', 'a.esign.json', 'locked.esign.json', '--fix']);
    if (process.getuid?.() !== 0) {
      assert.equal(code, 2);
      assert.match(
        err,
        /^locked\.esign\.json could not be written\. It may not be written\.\na\.esign\.json could not/,
      );
      assert.doesNotMatch(out, /^mended/m);
      assert.equal(textOf('a.esign.json'), wrong);
    } else assert.equal(code, 0);
    assert.deepEqual(readdirSync(workplace().folder).sort(), ['a.esign.json', 'locked.esign.json']);
  });

  it('keeps the mode of a file, and changes what a link leads to, not the link', async () => {
    workplace().write('a.esign.json', wrong);
    chmodSync(place('a.esign.json'), 0o640);
    symlinkSync('a.esign.json', place('link.esign.json'));
    await workplace().run(['validate', 'link.esign.json', '--fix']);
    assert.match(textOf('a.esign.json'), /"copies": 1/);
    assert.equal(statSync(place('a.esign.json')).mode & 0o777, 0o640);
    assert.ok(lstatSync(place('link.esign.json')).isSymbolicLink());
  });

  it('writes nothing over a file that changed since it was read', () => {
    workplace().write('a.esign.json', 'new');
    workplace().write('b.esign.json', 'old');
    const told = replaceFiles(workplace().folder, [
      { file: 'a.esign.json', before: 'old', text: 'mended' },
      { file: 'b.esign.json', before: 'old', text: 'mended' },
    ]);
    assert.deepEqual(
      told.map(({ file }) => file),
      ['a.esign.json', 'b.esign.json'],
    );
    assert.match(told[0]?.reason ?? '', /changed meanwhile/);
    assert.deepEqual([textOf('a.esign.json'), textOf('b.esign.json')], ['new', 'old']);
    assert.equal(readdirSync(workplace().folder).length, 2);
  });

  it('takes --dry-run with --fix only', async () => {
    const { code, err } = await workplace().run(['validate', 'a.esign.json', '--dry-run']);
    assert.equal(code, 2);
    assert.match(err, /--dry-run goes with --fix/);
  });
});
