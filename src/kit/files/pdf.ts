/* PDF as far as emulators need it: what a file says of its pages, pages of their own, and a mark. */

export interface PdfPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
}

const letter: PdfPage = { width: 612, height: 792 };

/** The pages of a file, as far as it says so in plain text; one where it does not. */
export function pagesOf(content: Uint8Array): readonly PdfPage[] {
  const text = latin1.decode(content);
  const count = Math.max(1, text.match(/\/Type\s*\/Page\b/g)?.length ?? 0);
  const boxes = [...text.matchAll(mediaBox)].map(([, left, bottom, right, top]) => ({
    width: Number(right) - Number(left),
    height: Number(top) - Number(bottom),
  }));
  return Array.from({ length: count }, (_unused, index) => boxes[index] ?? boxes[0] ?? letter);
}

/** The smallest file that viewers open: pages of a line of text each. */
export function pdfOf(lines: readonly string[]): Uint8Array {
  const pages = lines.flatMap((line, index) => [pageObject(index), contentObject(line)]);
  const kids = lines.map((_line, index) => `${firstPage + index * 2} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${lines.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages,
  ];
  return withIndex(objects);
}

/** The file with a remark behind its end, where readers pass it over: every viewer shows it as it was. */
export function marked(content: Uint8Array, remark: string): Uint8Array {
  const mark = new TextEncoder().encode(`\n% ${remark.replace(/[\r\n]+/g, ' ')}\n`);
  const whole = new Uint8Array(content.length + mark.length);
  whole.set(content);
  whole.set(mark, content.length);
  return whole;
}

const latin1 = new TextDecoder('latin1');
const mediaBox = /\/MediaBox\s*\[\s*(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s*\]/g;
const firstPage = 4;

function pageObject(index: number): string {
  const content = firstPage + index * 2 + 1;
  return `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${letter.width} ${letter.height}]/Resources<</Font<</F1 3 0 R>>>>/Contents ${content} 0 R>>`;
}

/** Characters outside of ASCII would need a font of their own. */
function contentObject(line: string): string {
  const text = line.replace(/[^ -~]/g, '?').replace(/[\\()]/g, (mark) => `\\${mark}`);
  const stream = `BT /F1 14 Tf 72 720 Td (${text}) Tj ET`;
  return `<</Length ${stream.length}>>stream\n${stream}\nendstream`;
}

function withIndex(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const index = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text + index + trailer);
}
