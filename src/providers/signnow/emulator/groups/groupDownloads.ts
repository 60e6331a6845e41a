import { marked, pdfOf } from '../../../../kit/files/pdf';
import { namedApart, sentFile } from '../../../../kit/files/sentFile';
import { zip } from '../../../../kit/files/zip';
import { inOrder } from '../../../../kit/signing';
import { refuse } from '../../failures';
import { markedContent, remark } from '../files/contents';
import type { EmulatedDocument } from '../records/documents';
import type { Handlers } from '../state';
import { documentsOf } from './groupView';

export const groupDownloadHandlers: Pick<Handlers, 'downloadGroup'> = {
  downloadGroup: ({ state, values: { path, body } }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return refuse('group-not-found-v1');
    const order = body.document_order ?? [];
    const documents = inOrder(documentsOf(state, group), ({ id }) =>
      order.includes(id) ? order.indexOf(id) : order.length,
    );
    const entries = documents.map((document) => ({ name: `${document.name}.pdf`, content: markedContent(document) }));
    return body.type === 'merged'
      ? sentFile(merged(documents), 'application/pdf', `${group.name}.pdf`)
      : sentFile(zip(namedApart(entries)), 'application/zip', `${group.name}.zip`);
  },
};

/** Of several documents a page each that names it: they are not joined here. */
function merged(documents: readonly EmulatedDocument[]): Uint8Array {
  const [first, ...others] = documents;
  if (first !== undefined && others.length === 0) return markedContent(first);
  return marked(pdfOf(documents.map(({ name }) => `Here follows: ${name}`)), remark);
}
