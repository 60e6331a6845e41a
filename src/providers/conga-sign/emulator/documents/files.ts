import { nameOfDataUri } from '../../../../core/attachments/dataUri';
import { pdfOf } from '../../../../kit/files/pdf';
import type { EmulatedFile } from './newDocument';

type Uploads = (name: string) => readonly Uint8Array[];

/** Files as they came; `value` names the first. Conga's description writes the part with a capital letter. */
export function uploadedFiles(value: string, uploads: Uploads): readonly EmulatedFile[] {
  const name = nameOfDataUri(value) ?? 'document.pdf';
  // Views of the whole request: copied, so that the rest of it is let go.
  return [...uploads('file'), ...uploads('File')].map((content) => ({ content: content.slice(), name }));
}

/** Of a document that came without one. */
export function blankFile({ name = 'Document' }: { readonly name?: string | undefined }): EmulatedFile {
  return { content: pdfOf([name]), name: `${name}.pdf` };
}
