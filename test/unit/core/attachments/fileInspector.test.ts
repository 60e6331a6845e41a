import assert from 'node:assert/strict';
import { FileInspector, withFileIssues } from '../../../../src/core/attachments/fileInspector';
import type { FileSystem } from '../../../../src/core/attachments/namedFile';
import { demoProvider } from '../../emulator/demoProvider';

const upload = demoProvider.operations.find(({ id }) => id.endsWith('/upload-file'));

/** A folder in memory that counts what is read. */
function folderOf(content: Map<string, string>) {
  const read: string[] = [];
  const files: FileSystem = {
    separator: '/',
    placeOf: (folder, name) => `${folder}/${name}`.replace(/\/\.$/, ''),
    realPlace: async (place) => (place === '/r' || content.has(place.slice(3)) ? place : undefined),
    read: async (place) => {
      read.push(place.slice(3));
      return { kind: 'file', bytes: new TextEncoder().encode(content.get(place.slice(3))) };
    },
    stampOf: async (place) => content.get(place.slice(3)) ?? '',
    namesIn: async () => [...content.keys()],
  };
  return { files, read };
}

describe('FileInspector', () => {
  it('says what a field would take, and reads a file again only when it changed', async () => {
    assert.ok(upload);
    const operation = upload;
    const content = new Map([
      ['a.pdf', '%PDF-1.7 %%EOF'],
      ['b.pdf', 'hello'],
    ]);
    const { files, read } = folderOf(content);
    const inspector = new FileInspector();
    const look = async (file: string) => {
      const found = await inspector.inspect(files, ['/r'], operation, { body: { file } });
      assert.ok(found.every(({ pointer }) => pointer === '/body/file'));
      return found.map(({ text, issues }) => [text, ...issues.map(({ code, message }) => `${code}: ${message}`)]);
    };
    const good = [['a.pdf, 14 bytes, PDF']];
    assert.deepEqual(await look('a.pdf'), good);
    assert.deepEqual(await look('a.pdf'), good);
    assert.deepEqual(read, ['a.pdf']);
    content.set('a.pdf', '');
    assert.deepEqual(await look('a.pdf'), [['a.pdf, 0 bytes, empty', 'empty_file: a.pdf is empty.']]);
    content.delete('a.pdf');
    const lost = 'unreadable_file: a.pdf: There is no such file. Did you mean "b.pdf"?';
    assert.deepEqual(await look('a.pdf'), [[undefined, lost]]);
    const notPdf = 'not_a_pdf: b.pdf is no PDF: by its first bytes it is: text.';
    assert.deepEqual(await look('b.pdf'), [['b.pdf, 5 bytes, text', notPdf]]);
    assert.deepEqual(read, ['a.pdf', 'a.pdf', 'b.pdf']);
    assert.deepEqual(await look('{{file}}'), []);
    assert.deepEqual(await look(''), [[undefined, 'unreadable_file: No file is named.']]);
    const broken = 'The name "50%" in the data: URI holds a % that encodes nothing; write it as %25.';
    assert.deepEqual(await look('data:a/b;name=50%;base64,AAAA'), [[undefined, `unreadable_file: ${broken}`]]);
  });

  it('says once what is wrong with a field', () => {
    const issue = {
      pointer: '/body/file',
      code: 'too_small',
      message: 'File must not be empty.',
      severity: 'error',
    } as const;
    const unreadable = { ...issue, code: 'unreadable_file', message: 'No file is named.' };
    const inspections = [{ pointer: '/body/file', text: undefined, issues: [unreadable] }];
    assert.deepEqual(withFileIssues([issue], inspections), [issue]);
    const warning = { ...issue, severity: 'warning' } as const;
    for (const others of [[], [warning], [{ ...issue, pointer: '/body/name' }]]) {
      assert.deepEqual(withFileIssues(others, inspections), [...others, unreadable]);
    }
  });
});
