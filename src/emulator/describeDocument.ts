import { servedAddress } from '../core/addresses/webAddress';
import type { DocumentDetail, Recipient } from '../core/documents';
import type { EmulatorDefinition } from '../core/emulation';

/** What the emulator knows of a document beyond the API, with whole addresses of its signing pages. */
export function describeDocument(
  definition: EmulatorDefinition,
  state: unknown,
  { collection, id }: { readonly collection: string; readonly id: string },
  baseUrl: string,
): DocumentDetail | undefined {
  const detail = definition.describe?.(state, collection, id);
  return detail && { ...detail, recipients: detail.recipients.map((one) => withAddress(one, baseUrl)) };
}

/** A document as the tree shows it, without what can be done with it. */
export interface ListedDocument extends Omit<DocumentDetail, 'recipients' | 'actions'> {
  readonly collection: string;
  readonly recipients: readonly Omit<Recipient, 'actions'>[];
}

export function listDocuments(
  definition: EmulatorDefinition,
  context: Parameters<NonNullable<EmulatorDefinition['documents']>>[0],
  id?: string,
): readonly ListedDocument[] {
  const documents = definition.documents?.(context) ?? [];
  const wanted = documents.filter(({ detail }) => id === undefined || detail.id.toLowerCase() === id.toLowerCase());
  return wanted.map(({ collection, detail: { actions: _actions, recipients, ...detail } }) => ({
    collection,
    ...detail,
    recipients: recipients.map(({ actions: _own, ...one }) => withAddress(one, context.baseUrl)),
  }));
}

function withAddress<One extends Pick<Recipient, 'signingPage'>>(
  { signingPage: path, ...recipient }: One,
  baseUrl: string,
): Omit<One, 'signingPage'> & Pick<Recipient, 'signingPage'> {
  const signingPage = path === undefined ? undefined : servedAddress(baseUrl, path);
  return { ...recipient, ...(signingPage !== undefined && { signingPage }) };
}
