import { nameOfDataUri } from '../../../../core/attachments/dataUri';
import { pdfOf } from '../../../../kit/files/pdf';
import type { EmulatedFile } from './newDocument';

/** A file as it came; `value` has its name. */
export function uploadedFile(value: string, content: Uint8Array | undefined): EmulatedFile {
  // A view of the whole request: copied, so that the rest of it is let go.
  return { content: content?.slice() ?? new Uint8Array(), name: nameOfDataUri(value) ?? 'document.pdf' };
}

/** Of a document that came without one. */
export function blankFile({ name = 'Document' }: { readonly name?: string | undefined }): EmulatedFile {
  return { content: pdfOf([name]), name: `${name}.pdf` };
}
