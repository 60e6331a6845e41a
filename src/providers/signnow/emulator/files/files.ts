import { servedAddress } from '../../../../core/addresses/webAddress';
import { sentFile } from '../../../../kit/files/sentFile';
import { zip } from '../../../../kit/files/zip';
import { keepNewest } from '../../../../kit/store/keepNewest';
import { refuse } from '../../failures';
import { tellDocument } from '../events/documentEvents';
import { type Handlers, newId } from '../state';
import { markedContent } from './contents';

export const fileHandlers: Pick<
  Handlers,
  'downloadDocument' | 'createDownloadLink' | 'downloadByLink' | 'prefillTexts' | 'deleteDocument'
> = {
  downloadDocument: ({ state, values: { path, query } }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found-v1');
    const name = `${document.name}.pdf`;
    const content = markedContent(document);
    return query.type === 'zip'
      ? sentFile(zip([{ name, content }]), 'application/zip', `${document.name}.zip`)
      : sentFile(content, 'application/pdf', name);
  },
  createDownloadLink: ({ state, values: { path }, tools, baseUrl }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found-v1');
    const id = newId(tools);
    state.downloads.set(id, document.id);
    keepNewest(state.downloads);
    const page = `/dispatch?route=onetimedownload&document_download_id=${id}`;
    return { status: 200, body: { link: servedAddress(baseUrl, page) ?? page } };
  },
  downloadByLink: ({ state, values: { query } }) => {
    const document = state.documents.get(state.downloads.get(query.document_download_id) ?? '');
    if (document === undefined) return refuse('download-link-used');
    state.downloads.delete(query.document_download_id);
    return sentFile(markedContent(document), 'application/pdf', `${document.name}.pdf`);
  },
  prefillTexts: ({ state, values: { path, body }, tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found');
    const texts = new Map(body.fields.map(({ field_name, prefilled_text }) => [field_name, prefilled_text]));
    for (const field of document.fields) {
      const text = texts.get(field.attributes.name ?? '');
      if (text !== undefined) field.attributes = { ...field.attributes, prefilled_text: text };
    }
    document.updatedAt = tools.now();
    tellDocument(state, 'document.update', document, tools);
    return { status: 204 };
  },
  deleteDocument: ({ state, values: { path }, tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found-v1');
    tellDocument(state, 'document.delete', document, tools);
    state.documents.delete(path.document_id);
    state.groupsOfDocuments.delete(path.document_id);
    return { status: 200, body: { status: 'success' } };
  },
};
