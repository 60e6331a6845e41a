import type { Collection, DocumentSummary } from '../../src/core/documents';
import { demoProvider } from '../unit/emulator/demoProvider';

const notes: Collection = {
  id: 'notes',
  title: 'Notes',
  noun: 'note',
  create: [],
  verbs: [],
  list: async (call) => ({ items: ((await call('demo-notes/list-notes', {})) as { id: string }[]).map(summary) }),
  read: async (call, id) => ({
    ...summary((await call('demo-notes/get-note', { path: { note_id: id } })) as { id: string }),
    recipients: [],
    actions: [],
  }),
};

function summary({ id }: { readonly id: string }): DocumentSummary {
  return { id, title: `Note ${id}` };
}

/** The demo provider, which lists and reads its notes. */
export const listingProvider = { ...demoProvider, resources: { collections: [notes] } };
