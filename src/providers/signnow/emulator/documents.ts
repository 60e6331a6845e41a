import { nameOfDataUri } from '../../../core/attachments/dataUri';
import { pagesOf } from '../../../kit/files/pdf';
import { refuse } from '../failures';
import { demoIds } from './demoIds';
import { viewDocument } from './documentView';
import { tellDocument } from './events/documentEvents';
import type { EmulatedRole } from './records/invites';
import { type Handlers, newId } from './state';
import { shelfOf } from './stores';

export const documentHandlers: Pick<
  Handlers,
  'uploadDocument' | 'addFields' | 'getDocument' | 'listDocuments' | 'listUnmodifiedDocuments'
> = {
  uploadDocument: ({ state, values: { body }, caller, tools, upload }) => {
    const id = newId(tools);
    const now = tools.now();
    const content = upload('file')?.slice() ?? new Uint8Array();
    state.documents.set(id, {
      id,
      owner: caller.account,
      name: body.name ?? nameOfFile(body.file),
      template: false,
      modified: false,
      createdAt: now,
      updatedAt: now,
      file: { name: nameOfDataUri(body.file) ?? 'document.pdf', content, pages: pagesOf(content) },
      roles: [],
      fields: [],
      invites: [],
      requests: [],
    });
    const document = state.documents.get(id);
    if (document !== undefined) tellDocument(state, 'document.create', document, tools);
    return { status: 200, body: { id } };
  },
  addFields: ({ state, values: { path, body }, caller, tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return notFound;
    if (document.owner !== caller.account) return refuse('not-document-owner');
    // What the API does to fields that somebody is asked to fill is not documented.
    if (document.invites.length > 0) return refuse('document-has-active-invites');
    const names = [...new Set(body.fields.map(({ role }) => role))];
    const known = byName(document.roles);
    const roles = names.map((name) => known.get(name) ?? { id: newId(tools), name });
    const chosen = byName(roles);
    document.roles = roles;
    document.fields = body.fields.map(({ type, role, ...attributes }) => ({
      id: newId(tools),
      type,
      roleId: chosen.get(role)?.id ?? '',
      attributes,
    }));
    document.modified = true;
    document.updatedAt = tools.now();
    tellDocument(state, 'document.update', document, tools);
    return { status: 200, body: { id: document.id } };
  },
  getDocument: ({ state, values: { path }, baseUrl }) => {
    if (path.document_id === demoIds.broken) return refuse('internal-error');
    const document = state.documents.get(path.document_id);
    return document ? { status: 200, body: viewDocument(state, document, baseUrl) } : notFound;
  },
  listDocuments: ({ state, values: { query }, caller, baseUrl }) => {
    const shelf = shelfOf(caller.account, 'modified');
    const size = query.per_page ?? state.listed.size(shelf);
    const start = ((query.page ?? 1) - 1) * size;
    const page = state.listed.page(shelf, start, start + size);
    return { status: 200, body: page.map((item) => viewDocument(state, item, baseUrl)) };
  },
  listUnmodifiedDocuments: ({ state, caller, baseUrl }) => ({
    status: 200,
    body: [...state.listed.walk(shelfOf(caller.account, 'unmodified'))].map((document) =>
      viewDocument(state, document, baseUrl),
    ),
  }),
};

const notFound = refuse('document-not-found-v1');

function byName(roles: readonly EmulatedRole[]): ReadonlyMap<string, EmulatedRole> {
  return new Map(roles.map((role) => [role.name, role]));
}

/** Without its extension, as signNow names documents. */
function nameOfFile(uri: string): string {
  return (nameOfDataUri(uri) ?? 'Document').replace(/\.[^.]+$/, '');
}
