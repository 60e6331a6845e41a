import { refuse } from '../failures';
import { json } from './members';
import type { EmulatedFile, Handlers, State } from './state';
import { viewFile } from './view';

export const fileHandlers = {
  createFile: ({ state, values: { body }, tools }) => {
    const { procedure } = body;
    if (procedure !== undefined && !state.procedures.has(procedure)) return refuse('object-unknown', { id: procedure });
    const now = tools.now();
    const file: EmulatedFile = {
      id: `/files/${tools.uuid()}`,
      name: body.name,
      type: body.type ?? 'signable',
      content: body.content,
      procedure,
      description: body.description ?? null,
      isProtected: body.password !== undefined,
      metadata: body.metadata,
      position: body.position ?? 0,
      sha256: tools.hex(64),
      createdAt: now,
      updatedAt: now,
    };
    state.files.set(file.id, file);
    return { status: 201, body: viewFile(file) };
  },
  getFile: ({ state, values: { path } }) => {
    const file = fileAt(state, path.id);
    return file ? { status: 200, body: viewFile(file) } : refuse('file-not-found');
  },
  downloadFile: ({ state, values: { path } }) => {
    const file = fileAt(state, path.id);
    return file ? { status: 200, headers: json, body: JSON.stringify(file.content) } : refuse('file-not-found');
  },
} satisfies Partial<Handlers>;

function fileAt(state: State, uuid: string): EmulatedFile | undefined {
  return state.files.get(`/files/${uuid}`);
}
