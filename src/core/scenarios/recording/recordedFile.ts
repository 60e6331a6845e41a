import { isDataUri, readDataUri } from '../../attachments/dataUri';

export interface FileHome {
  /** URI of the folder that the file values of a request start from. */
  readonly from: string | undefined;
  /** URI of the folder that those of the scenario start from. */
  readonly to: string | undefined;
}

/** The file value of a scenario for that of a request; undefined for content that is too large to stand in a file. */
export function recordedFile(value: string, { from, to }: FileHome): string | undefined {
  if (isDataUri(value)) return value.length > longestContent ? undefined : value;
  if (from === undefined || to === undefined || !from.startsWith(`${to}/`)) return value;
  const below = decoded(from.slice(to.length + 1));
  return below === undefined ? value : `${below}/${value}`;
}

/** What stands in the place of such content: the beginning of a PDF, under the same name. */
export function smallPdf(value: string): string {
  const content = readDataUri(value);
  const name = content.kind === 'read' && content.isNamed ? content.name : 'document.pdf';
  return `data:application/pdf;name=${encodeURIComponent(name)};base64,JVBERi0xLjQK`;
}

/** Of a whole data: URI, in characters. */
const longestContent = 4_000;

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    // A folder whose address is none: the file is named as it was.
    return undefined;
  }
}
