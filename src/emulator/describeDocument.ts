import { addressOn } from '../core/addresses/webAddress';
import type { DocumentDetail } from '../core/documents';
import type { EmulatorDefinition } from '../core/emulation';

/** What the emulator knows of a document beyond the API, with whole addresses of its signing pages. */
export function describeDocument(
  definition: EmulatorDefinition,
  state: unknown,
  { collection, id }: { readonly collection: string; readonly id: string },
  baseUrl: string,
): DocumentDetail | undefined {
  const detail = definition.describe?.(state, collection, id);
  if (detail === undefined) return undefined;
  const recipients = detail.recipients.map(({ signingPage: path, ...recipient }) => {
    const signingPage = path === undefined ? undefined : addressOn(baseUrl, path);
    return { ...recipient, ...(signingPage !== undefined && { signingPage }) };
  });
  return { ...detail, recipients };
}
