import { refuse } from '../../failures';
import { lifetimes } from '../../operations/embedding/lifetimes';
import { documentsOf } from '../groups/groupView';
import type { EmulatedDocument } from '../records/documents';
import type { EmulatedGroup } from '../records/groups';
import type { Handlers, State } from '../state';
import { newPage } from './pages';

export const embeddingHandlers: Pick<
  Handlers,
  | 'embedDocumentSending'
  | 'embedDocumentEditor'
  | 'embedDocumentView'
  | 'embedGroupSending'
  | 'embedGroupEditor'
  | 'embedGroupView'
> = {
  embedDocumentSending: ({ state, values: { path, body }, ...tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found');
    const shows = documentSending[body.type];
    const page = { kind: 'sending', shows, ...ofDocument(document) } as const;
    return { status: 200, body: { data: { url: newPage({ state, ...tools }, page, body, lifetimes.sending) } } };
  },
  embedDocumentEditor: ({ state, values: { path, body }, ...tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found');
    const page = { kind: 'editor', shows: editor, ...ofDocument(document) } as const;
    return { status: 200, body: { data: { url: newPage({ state, ...tools }, page, body, lifetimes.editor) } } };
  },
  embedDocumentView: ({ state, values: { path, body }, ...tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found');
    const page = { kind: 'view', shows: view, ...ofDocument(document) } as const;
    return { status: 200, body: { data: { link: newPage({ state, ...tools }, page, body, lifetimes.view) } } };
  },
  embedGroupSending: ({ state, values: { path, body }, ...tools }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return groupNotFound(path);
    const shows = groupSending[body.type ?? 'manage'];
    const page = { kind: 'sending', shows, ...ofGroup(state, group) } as const;
    return { status: 200, body: { data: { url: newPage({ state, ...tools }, page, body, lifetimes.sending) } } };
  },
  embedGroupEditor: ({ state, values: { path, body }, ...tools }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return groupNotFound(path);
    const page = { kind: 'editor', shows: editor, ...ofGroup(state, group) } as const;
    return { status: 200, body: { data: { url: newPage({ state, ...tools }, page, body, lifetimes.editor) } } };
  },
  embedGroupView: ({ state, values: { path, body }, ...tools }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return groupNotFound(path);
    const page = { kind: 'view', shows: view, ...ofGroup(state, group) } as const;
    return { status: 200, body: { data: { link: newPage({ state, ...tools }, page, body, lifetimes.view) } } };
  },
};

const documentSending = {
  document: 'signNow shows its editor here, and then the page where invites are sent.',
  invite: 'signNow shows the page here where invites are sent.',
} as const;
const groupSending = {
  manage: 'signNow shows the page here where documents are added to the group, and then sent.',
  edit: 'signNow shows its editor here, and then the page where invites are sent.',
  'send-invite': 'signNow shows the page here where invites are sent.',
} as const;
const editor = 'signNow shows its editor here.';
const view = 'signNow shows the documents here, to be read only.';

function ofDocument({ id, name }: EmulatedDocument) {
  return { id, titles: [name] };
}

function ofGroup(state: State, group: EmulatedGroup) {
  return { id: group.id, titles: documentsOf(state, group).map(({ name }) => name) };
}

function groupNotFound({ document_group_id: id }: { readonly document_group_id: string }) {
  return refuse('group-not-found', { id });
}
