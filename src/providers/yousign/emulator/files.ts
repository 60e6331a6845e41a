import { fromBase64 } from '../../../core/attachments/base64';
import { refuse } from '../failures';
import { json } from './members';
import type { EmulatedFile, Handlers, State } from './state';
import { viewFile } from './view';

export const fileHandlers = {
  createFile: ({ state, values: { body }, tools }) => {
    const procedure = body.procedure ?? undefined;
    if (procedure !== undefined && !state.procedures.has(procedure)) return refuse('object-unknown', { id: procedure });
    if (!isBase64(body.content)) return refuse('content-not-base64');
    const now = tools.now();
    const file: EmulatedFile = {
      id: `/files/${tools.uuid()}`,
      name: body.name,
      type: body.type ?? 'signable',
      content: body.content,
      procedure,
      description: body.description ?? null,
      isProtected: typeof body.password === 'string',
      metadata: body.metadata,
      position: body.position ?? 0,
      sha256: tools.hex(64),
      parent: null,
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
  duplicateFile: ({ state, values: { path }, tools }) => {
    const file = fileAt(state, path.id);
    if (file === undefined) return refuse('file-not-found');
    const now = tools.now();
    const copy = { ...file, id: `/files/${tools.uuid()}`, parent: file.id, createdAt: now, updatedAt: now };
    state.files.set(copy.id, copy);
    return { status: 201, body: viewFile(copy) };
  },
  downloadFile: ({ state, values: { path } }) => {
    const file = fileAt(state, path.id);
    return file ? { status: 200, headers: json, body: JSON.stringify(file.content) } : refuse('file-not-found');
  },
} satisfies Partial<Handlers>;

/** Without a prefix, as the documentation asks for it. */
function isBase64(text: string): boolean {
  return fromBase64(text) !== undefined;
}

function fileAt(state: State, uuid: string): EmulatedFile | undefined {
  return state.files.get(`/files/${uuid}`);
}
