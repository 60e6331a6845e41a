import { nameOfDataUri } from '../../../../core/attachments/dataUri';
import { sha256 } from '../../../../core/hashing/sha256';
import { pagesOf } from '../../../../kit/files/pdf';
import { namedApart, sentFile } from '../../../../kit/files/sentFile';
import { zip } from '../../../../kit/files/zip';
import { refuse } from '../../failures';
import { documentAt, putBehind, requestAt } from '../records';
import type { Document, Handlers } from '../state';
import { viewDocument } from '../view';

export const documentHandlers: Pick<
  Handlers,
  | 'uploadDocument'
  | 'listDocuments'
  | 'getDocument'
  | 'updateDocument'
  | 'deleteDocument'
  | 'downloadDocument'
  | 'downloadDocuments'
> = {
  uploadDocument: ({ state, values: { path, body }, tools, upload }) => {
    const request = requestAt(state, path, tools.now());
    if ('failure' in request) return request;
    const { 'initials[alignment]': alignment, 'initials[y]': y } = body;
    const document = newDocument(
      {
        id: tools.uuid(),
        name: body.name ?? nameOfDataUri(body.file) ?? 'document.pdf',
        nature: body.nature,
        mediaType: /^data:([^;,]+)/.exec(body.file)?.[1] ?? 'application/pdf',
        content: upload('file')?.slice() ?? new Uint8Array(),
        createdAt: tools.now(),
      },
      body.password,
    );
    if (alignment !== undefined && y !== undefined) document.initials = { alignment, y };
    request.documents = putBehind(request.documents, document, body.insert_after_id);
    return { status: 201, body: viewDocument(document) };
  },
  listDocuments: ({ state, values: { path, query }, tools }) => {
    const request = requestAt(state, path, tools.now());
    if ('failure' in request) return request;
    const { nature } = query;
    const found = request.documents.filter((document) => nature === undefined || nature === document.nature);
    return { status: 200, body: found.map(viewDocument) };
  },
  getDocument: ({ state, values: { path }, tools }) => {
    const found = documentAt(state, path, tools.now());
    return 'failure' in found ? found : { status: 200, body: viewDocument(found.document) };
  },
  updateDocument: ({ state, values: { path, body }, tools }) => {
    const found = documentAt(state, path, tools.now());
    if ('failure' in found) return found;
    const { request, document } = found;
    document.name = body.name ?? document.name;
    document.nature = body.nature ?? document.nature;
    document.initials = body.initials ?? document.initials;
    if (body.password !== undefined) document.isLocked = false;
    const { insert_after_id: after } = body;
    if (after !== undefined) request.documents = putBehind(request.documents, document, after);
    return { status: 200, body: viewDocument(document) };
  },
  deleteDocument: ({ state, values: { path }, tools }) => {
    const found = documentAt(state, path, tools.now());
    if ('failure' in found) return found;
    const { request, document } = found;
    request.documents = request.documents.filter((other) => other !== document);
    return { status: 204 };
  },
  downloadDocument: ({ state, values: { path }, tools }) => {
    const found = documentAt(state, path, tools.now());
    return 'failure' in found ? found : sentFile(found.document.content, 'application/pdf', found.document.name);
  },
  downloadDocuments: ({ state, values: { path, query }, tools }) => {
    const request = requestAt(state, path, tools.now());
    if ('failure' in request) return request;
    if (query.version === 'completed' && request.status !== 'done') {
      return refuse('documents-not-completed', { id: request.id });
    }
    const [first, ...others] = request.documents;
    if (first !== undefined && others.length === 0 && query.archive !== true) {
      return sentFile(first.content, 'application/pdf', first.name);
    }
    return sentFile(zip(namedApart(request.documents)), 'application/zip', `${request.settings.name}.zip`);
  },
};

export function newDocument(
  given: Pick<Document, 'id' | 'name' | 'nature' | 'mediaType' | 'content' | 'createdAt'>,
  password?: string,
): Document {
  // What a PDF says of itself stands in it as text, unless it is packed.
  const text = given.mediaType === 'application/pdf' ? latin1.decode(given.content) : '';
  const isProtected = /\/Encrypt\b/.test(text);
  return {
    ...given,
    sha256: sha256(given.content),
    pages: given.mediaType === 'application/pdf' ? pagesOf(given.content).length : 1,
    isProtected,
    isLocked: isProtected && password === undefined,
    initials: null,
    fields: new Map(),
  };
}

const latin1 = new TextDecoder('latin1');
