import type { PdfFacts } from '../../../../protocol/reply';
import { asciiOf, mostBefore } from './isPdf';
import { type Inflate, PdfObjects } from './pdfObjects';
import { pdfString } from './pdfString';

/** What a PDF says of itself, however it was written; what cannot be found is left out. Whether signatures hold is not asked. */
export function pdfFacts(bytes: Uint8Array, inflate: Inflate): PdfFacts {
  const objects = new PdfObjects(bytes, inflate);
  const version = /%PDF-(\d\.\d)/.exec(asciiOf(bytes.subarray(0, mostBefore)))?.[1];
  const isEncrypted = objects.refersTo('Encrypt');
  const pages = pagesOf(objects);
  const title = isEncrypted ? undefined : titleOf(objects);
  const covered = objects.byteRanges().map(([, , start, length]) => start + length);
  return {
    ...(version !== undefined && { version }),
    ...(pages !== undefined && { pages }),
    ...(title !== undefined && title !== '' && { title }),
    isEncrypted,
    signatures: covered.length,
    ...(covered.length > 0 && { isChangedSince: hasMore(bytes, Math.max(...covered)) }),
    isCut: !asciiOf(bytes.subarray(-mostBehind)).includes('%%EOF'),
  };
}

/** In bytes: some servers write something behind the end. */
const mostBehind = 2048;

function pagesOf(objects: PdfObjects): number | undefined {
  const catalog = objects.referredBy('Root') ?? objects.ofType('Catalog');
  const tree = catalog && objects.referredIn(catalog, 'Pages');
  const count = tree && /\/Count\s+(\d+)/.exec(objects.textOf(tree))?.[1];
  return count === undefined ? objects.countPages() : Number(count);
}

const longestTitle = 200;

function titleOf(objects: PdfObjects): string | undefined {
  const info = objects.referredBy('Info');
  const title = info && pdfString(info, 'Title');
  return title
    ?.replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestTitle);
}

/** Line ends behind the end change nothing. */
function hasMore(bytes: Uint8Array, end: number): boolean {
  return bytes.subarray(end).some((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0);
}
