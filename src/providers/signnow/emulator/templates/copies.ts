import type { EmulatorTools } from '../../../../core/emulation';
import type { EmulatedDocument } from '../records/documents';
import { newId, type State } from '../state';

interface CopyWords {
  /** That of the original without it. */
  readonly name: string | undefined;
  readonly template: boolean;
  /** Whose it is. */
  readonly owner: string;
}

/** Another document with the same fields and roles, which nobody is invited to. */
export function addCopy(
  state: State,
  original: EmulatedDocument,
  { name = original.name, template, owner }: CopyWords,
  tools: EmulatorTools,
): EmulatedDocument {
  const now = tools.now();
  const roleIds = new Map(original.roles.map(({ id }) => [id, newId(tools)]));
  const idOf = (role: string) => roleIds.get(role) ?? role;
  const copy: EmulatedDocument = {
    ...original,
    id: newId(tools),
    owner,
    name,
    template,
    origin: original.template ? original.id : undefined,
    modified: true,
    createdAt: now,
    updatedAt: now,
    roles: original.roles.map((role) => ({ ...role, id: idOf(role.id) })),
    fields: original.fields.map(({ type, roleId, attributes }) => ({
      id: newId(tools),
      type,
      roleId: idOf(roleId),
      attributes,
    })),
    invites: [],
    requests: [],
  };
  state.documents.set(copy.id, copy);
  return copy;
}
