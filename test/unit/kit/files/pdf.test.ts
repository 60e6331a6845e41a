import assert from 'node:assert/strict';
import { isPdf } from '../../../../src/core/replies/body/pdf/isPdf';
import { marked, pagesOf, pdfOf } from '../../../../src/kit/files/pdf';

const text = (content: Uint8Array) => new TextDecoder('latin1').decode(content);
const bytes = (content: string) => new TextEncoder().encode(content);

describe('PDF as emulators need it', () => {
  const file = pdfOf(['Rental (contract)', 'Größe \\ 2']);

  it('has a page for each line, where its index says that it is', () => {
    assert.ok(isPdf(file));
    assert.deepEqual(pagesOf(file), [
      { width: 612, height: 792 },
      { width: 612, height: 792 },
    ]);
    const whole = text(file);
    const index = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(whole)?.[1]);
    assert.ok(whole.startsWith('xref\n0 8\n', index));
    const offsets = [...whole.matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
    assert.equal(offsets.length, 7);
    for (const [at, offset] of offsets.entries()) assert.ok(whole.startsWith(`${at + 1} 0 obj`, offset));
    assert.ok(whole.includes('(Rental \\(contract\\))') && whole.includes('(Gr??e \\\\ 2)'));
  });

  it('is what it was, with a remark behind its end', () => {
    const whole = marked(file, 'From the emulator,\nsigned by nobody.');
    assert.deepEqual(whole.subarray(0, file.length), file);
    assert.equal(text(whole.subarray(file.length)), '\n% From the emulator, signed by nobody.\n');
  });

  for (const [title, content, pages] of [
    ['no PDF', 'Hello', [{ width: 612, height: 792 }]],
    ['a box of its own', '/Type /Page /MediaBox [0 0 595.28 841.89]', [{ width: 595.28, height: 841.89 }]],
    [
      'one box for all',
      '/Type/Pages /MediaBox[10 20 110 220] /Type/Page /Type /Page',
      [
        { width: 100, height: 200 },
        { width: 100, height: 200 },
      ],
    ],
  ] as const) {
    it(`tells of pages: ${title}`, () => assert.deepEqual(pagesOf(bytes(content)), pages));
  }

  it('is told by its beginning, not by a name', () => {
    assert.ok(isPdf(bytes('\n\n%PDF-1.7')));
    assert.ok(!isPdf(bytes(`${'x'.repeat(2000)}%PDF-1.7`)));
  });
});
