import { isPdf } from '../../../../core/replies/body/pdf/isPdf';
import { marked, pdfOf } from '../../../../kit/files/pdf';
import type { EmulatedDocument } from '../records/documents';

export const remark = 'Downloaded from the emulator of E-Sign Workbench. Nobody has signed this.';

/** What was uploaded, marked; other kinds of file, which the API would convert, are told of in a page. */
export function markedContent({ name, file }: EmulatedDocument): Uint8Array {
  const { content } = file;
  const pdf = content !== undefined && isPdf(content) ? content : pdfOf([name]);
  return marked(pdf, remark);
}
