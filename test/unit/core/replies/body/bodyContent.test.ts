import assert from 'node:assert/strict';
import { deflateSync, inflateSync } from 'node:zlib';
import { bodyContent } from '../../../../../src/core/replies/body/bodyContent';
import { fileExtension } from '../../../../../src/core/replies/body/fileExtension';
import { hexDump } from '../../../../../src/core/replies/body/hexDump';
import { isPdf } from '../../../../../src/core/replies/body/pdf/isPdf';
import { pdfFacts } from '../../../../../src/core/replies/body/pdf/pdfFacts';
import type { BodyContent } from '../../../../../src/protocol/reply';

const ports = { inflate, shownText: (text: string) => text.replace('secret', '‹secret:x›') };

describe('What a body is beside its text', () => {
  const rows: readonly (readonly [string, Buffer, string, BodyContent | undefined])[] = [
    ['JSON is text alone', Buffer.from('{"a":1}'), 'application/json', undefined],
    ['nothing', Buffer.from(''), 'application/pdf', undefined],
    ['text', Buffer.from('hello'), 'text/plain', undefined],
    ['a page', Buffer.from('<!doctype html><h1>Hi</h1>'), 'text/html', { kind: 'page' }],
    [
      'a PNG that is called a PDF',
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      'application/pdf',
      { kind: 'image', name: 'image/png', source: 'data:image/png;base64,iVBORw0KGgo=' },
    ],
    [
      'a GIF',
      Buffer.from('GIF89a'),
      '',
      { kind: 'image', name: 'image/gif', source: 'data:image/gif;base64,R0lGODlh' },
    ],
    [
      'a drawing, its secrets masked',
      Buffer.from('<svg>secret</svg>'),
      'image/svg+xml',
      {
        kind: 'image',
        name: 'image/svg+xml',
        source: `data:image/svg+xml;base64,${Buffer.from('<svg>‹secret:x›</svg>').toString('base64')}`,
      },
    ],
    [
      'a ZIP archive, by its type',
      Buffer.from('PK\x03\x04', 'latin1'),
      'application/zip; x=1',
      { kind: 'binary', name: 'application/zip', hex: hexDump(Buffer.from('PK\x03\x04', 'latin1')) },
    ],
    [
      'a ZIP archive that has no type',
      Buffer.from('PK\x03\x04', 'latin1'),
      'application/octet-stream',
      { kind: 'binary', name: 'ZIP archive', hex: hexDump(Buffer.from('PK\x03\x04', 'latin1')) },
    ],
  ];
  for (const [name, bytes, type, expected] of rows) {
    it(name, () => assert.deepEqual(bodyContent({ bytes, headers: { 'content-type': type } }, ports), expected));
  }

  it('an image and a PDF of which only the beginning is there are not shown', () => {
    const whole = { kind: 'lost', why: 'notWanted', size: 20_000_000 } as const;
    const at = (text: string) => bodyContent({ bytes: Buffer.from(text, 'latin1'), headers: {}, whole }, ports);
    assert.deepEqual(at('GIF89a'), { kind: 'image', name: 'image/gif' });
    assert.deepEqual(at('%PDF-1.7 …'), { kind: 'pdf' });
  });

  it('a dump has sixteen bytes in a row', () => {
    assert.equal(
      hexDump(Uint8Array.from({ length: 18 }, (_, index) => index + 60)),
      '00000000  3c 3d 3e 3f 40 41 42 43 44 45 46 47 48 49 4a 4b  <=>?@ABCDEFGHIJK\n' +
        '00000010  4c 4d                                            LM',
    );
  });

  it('a file is called by the type of the body', () => {
    const types = ['application/pdf', 'application/problem+json; a', 'image/webp', 'image/jpeg', 'text/csv', '', 'x/y'];
    assert.deepEqual(types.map(fileExtension), ['pdf', 'json', 'webp', 'jpg', 'txt', 'bin', 'bin']);
  });
});

describe('What a PDF says of itself', () => {
  it('in plain objects, with its title in parentheses', () => {
    const file = pdf(
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type /Pages /Kids [3 0 R] /Count 12>>endobj',
      '4 0 obj<</Title (A \\(small\\) con\\164ract\\\n!)>>endobj',
      'trailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF',
    );
    const facts = { version: '1.5', pages: 12, title: 'A (small) contract!', signatures: 0 };
    assert.deepEqual(pdfFacts(file, inflate), { ...facts, isEncrypted: false, isCut: false });
  });

  it('in packed objects, with its title in UTF-16', () => {
    const title = '<feff00dc0062>';
    const inner = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 3>>', `<</Title ${title}>>`];
    const index = `1 0 2 ${inner[0]?.length} 3 ${(inner[0]?.length ?? 0) + (inner[1]?.length ?? 0)} `;
    const packed = deflateSync(index + inner.join(''));
    const head = `9 0 obj<</Type/ObjStm/N 3/First ${index.length}/Filter/FlateDecode/Length ${packed.length}>>stream\n`;
    const file = Buffer.concat([
      pdf(head),
      packed,
      Buffer.from('\nendstream endobj\n8 0 obj<</Type/XRef/Root 1 0 R/Info 3 0 R>>stream\nendstream endobj\n%%EOF'),
    ]);
    assert.deepEqual([pdfFacts(file, inflate).pages, pdfFacts(file, inflate).title], [3, 'Üb']);
    assert.deepEqual(
      [pdfFacts(file, () => undefined).pages, pdfFacts(file, () => undefined).title],
      [undefined, undefined],
    );
  });

  it('of an update the last word counts', () => {
    const file = pdf(
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Count 1>>endobj trailer<</Root 1 0 R>>%%EOF',
      '2 0 obj<</Count 2>>endobj trailer<</Root 1 0 R/Encrypt 7 0 R/Info 2 0 R>>%%EOF',
    );
    assert.deepEqual([pdfFacts(file, inflate).pages, pdfFacts(file, inflate).isEncrypted], [2, true]);
  });

  it('signatures, and whether something came behind what they cover', () => {
    const signed = '1 0 obj<</Type/Sig/ByteRange [0 10 20 00000]/Contents<00>>>endobj %%EOF\n';
    const whole = pdf(signed);
    const covering = Buffer.from(
      whole.toString('latin1').replace('00000', String(whole.length - 21).padStart(5, '0')),
      'latin1',
    );
    assert.deepEqual([pdfFacts(covering, inflate).signatures, pdfFacts(covering, inflate).isChangedSince], [1, false]);
    const longer = Buffer.concat([covering, Buffer.from('5 0 obj<<>>endobj')]);
    assert.equal(pdfFacts(longer, inflate).isChangedSince, true);
  });

  it('cut off anywhere, without failing', () => {
    const whole = pdf(
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Count 7>>endobj trailer<</Root 1 0 R>>%%EOF',
    );
    for (let end = 0; end < whole.length; end++) {
      const { isCut, pages } = pdfFacts(whole.subarray(0, end), inflate);
      assert.equal(isCut, true);
      assert.ok(pages === undefined || pages === 7, `${pages} pages`);
    }
    assert.equal(isPdf(Buffer.from(`${' '.repeat(900)}%PDF-1.4`)), true);
    assert.equal(isPdf(Buffer.from('no PDF')), false);
  });
});

function pdf(...parts: readonly string[]): Buffer {
  return Buffer.from(`%PDF-1.5\n${parts.join('\n')}`, 'latin1');
}

function inflate(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes);
  } catch {
    // What the shell does as well.
    return undefined;
  }
}
