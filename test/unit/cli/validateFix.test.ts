import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createNote, useWorkplace } from './workplace';

describe('esign validate --fix', () => {
  const workplace = useWorkplace();
  const textOf = (name: string) => readFileSync(path.join(workplace().folder, name), 'utf8');

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

  it('takes --dry-run with --fix only', async () => {
    const { code, err } = await workplace().run(['validate', 'a.esign.json', '--dry-run']);
    assert.equal(code, 2);
    assert.match(err, /--dry-run goes with --fix/);
  });
});
