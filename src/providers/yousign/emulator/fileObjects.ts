import type { EmulatorTools, Rejection } from '../../../core/emulation';
import { refuse } from '../failures';
import type { EmulatedFileObject, EmulatedMember, Handlers, Placement, State } from './state';
import { viewFileObject } from './view';

export const fileObjectHandlers: Pick<
  Handlers,
  'createFileObject' | 'getFileObject' | 'updateFileObject' | 'deleteFileObject'
> = {
  createFileObject: ({ state, values: { body }, tools }) => {
    const { file, member, ...placement } = body;
    const unknown = unknownOf(state, file, member);
    if (unknown) return unknown;
    const one = newFileObject(file, member, placement, tools);
    state.fileObjects.set(one.id, one);
    claimFile(state, file, member === null ? undefined : state.members.get(member)?.procedure);
    return { status: 201, body: viewFileObject(state, one) };
  },
  getFileObject: ({ state, values: { path } }) => {
    const one = fileObjectAt(state, path.id);
    return one ? { status: 200, body: viewFileObject(state, one) } : refuse('file-object-not-found');
  },
  updateFileObject: ({ state, values: { path, body }, tools }) => {
    const one = fileObjectAt(state, path.id);
    if (one === undefined) return refuse('file-object-not-found');
    const { file = one.file, member = one.member, ...placement } = body;
    const unknown = unknownOf(state, file, member);
    if (unknown) return unknown;
    one.file = file;
    one.member = member;
    one.placement = { ...one.placement, ...placement };
    one.updatedAt = tools.now();
    return { status: 200, body: viewFileObject(state, one) };
  },
  deleteFileObject: ({ state, values: { path } }) => {
    const one = fileObjectAt(state, path.id);
    if (one === undefined) return refuse('file-object-not-found');
    state.fileObjects.delete(one.id);
    return { status: 204 };
  },
};

/**
 * The file objects that come along with a member; none of them is kept when a file is not there. One that has the place
 * and the file of another that the member has is that one.
 */
export function inlineFileObjectsOf(
  state: State,
  { id: member, procedure }: Pick<EmulatedMember, 'id' | 'procedure'>,
  given: readonly (Placement & { readonly file: string })[] | undefined,
  tools: EmulatorTools,
): readonly EmulatedFileObject[] | Rejection {
  const list = given ?? [];
  const missing = list.find(({ file }) => !state.files.has(file));
  if (missing) return refuse('object-unknown', { id: missing.file });
  const before = state.fileObjectsByMember.with(member);
  return list.map(({ file, ...placement }, index) => {
    claimFile(state, file, procedure);
    const known = before[index];
    const one = newFileObject(file, member, placement, tools);
    return known?.file === file ? { ...one, id: known.id, createdAt: known.createdAt } : one;
  });
}

function newFileObject(
  file: string,
  member: string | null,
  placement: Placement,
  tools: EmulatorTools,
): EmulatedFileObject {
  const now = tools.now();
  return { id: `/file_objects/${tools.uuid()}`, file, member, placement, createdAt: now, updatedAt: now };
}

/** A file that was uploaded by itself belongs to the first procedure that uses it. */
function claimFile(state: State, id: string, procedure: string | undefined): void {
  const file = state.files.get(id);
  if (file) file.procedure ??= procedure;
}

function unknownOf({ files, members }: State, file: string, member: string | null): Rejection | undefined {
  if (!files.has(file)) return refuse('object-unknown', { id: file });
  return member === null || members.has(member) ? undefined : refuse('object-unknown', { id: member });
}

function fileObjectAt(state: State, uuid: string): EmulatedFileObject | undefined {
  return state.fileObjects.get(`/file_objects/${uuid}`);
}
