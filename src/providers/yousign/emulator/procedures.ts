import { refuse } from '../failures';
import { listProcedures } from './listProcedures';
import { addMember, removeMember } from './members';
import { copyOf } from './procedureCopy';
import { membersOf } from './records';
import type { EmulatedProcedure, Handlers, State } from './state';
import { viewProcedure } from './view';

export const procedureHandlers: Pick<
  Handlers,
  | 'createProcedure'
  | 'listProcedures'
  | 'getProcedure'
  | 'startProcedure'
  | 'updateProcedure'
  | 'remindProcedure'
  | 'deleteProcedure'
> = {
  createProcedure: ({ state, values: { body }, tools }) => {
    const { start = true, members, template = false, parent, ...settings } = body;
    const source = parent === undefined ? undefined : state.procedures.get(parent);
    if (parent !== undefined && source === undefined) return refuse('object-unknown', { id: parent });
    const now = tools.now();
    const procedure: EmulatedProcedure = {
      id: `/procedures/${tools.uuid()}`,
      settings: { ...source?.settings, ...settings },
      status: start && !template ? 'active' : 'draft',
      template,
      parent: parent ?? null,
      createdAt: now,
      updatedAt: now,
      finishedAt: undefined,
      isBroken: false,
    };
    for (const member of members ?? copyOf(state, source)) {
      const added = addMember(state, procedure.id, member, tools);
      if (!('failure' in added)) continue;
      removeMembers(state, procedure);
      return added;
    }
    state.procedures.set(procedure.id, procedure);
    return { status: 201, body: viewProcedure(state, procedure, now) };
  },
  listProcedures: ({ state, values: { query }, tools }) => ({
    status: 200,
    body: listProcedures(state, query, tools.now()),
  }),
  getProcedure: ({ state, values: { path }, tools }) => {
    const procedure = procedureAt(state, path.id);
    if (procedure === undefined) return refuse('procedure-not-found');
    return { status: 200, body: viewProcedure(state, procedure, tools.now()) };
  },
  // What stands beside it has not been checked.
  startProcedure: ({ state, values, tools }) =>
    update(state, values.path.id, { start: values.body.start }, tools.now()),
  updateProcedure: ({ state, values, tools }) => update(state, values.path.id, values.body, tools.now()),
  // The e-mail would go out here.
  remindProcedure: ({ state, values: { path } }) =>
    procedureAt(state, path.id) ? { status: 204 } : refuse('procedure-not-found'),
  deleteProcedure: ({ state, values: { path } }) => {
    const procedure = procedureAt(state, path.id);
    if (procedure === undefined) return refuse('procedure-not-found');
    removeMembers(state, procedure);
    state.procedures.delete(procedure.id);
    return { status: 204 };
  },
};

type UpdateBody = Parameters<Handlers['updateProcedure']>[0]['values']['body'];

function update(state: State, uuid: string, { start = false, ...settings }: UpdateBody, now: number) {
  const procedure = procedureAt(state, uuid);
  if (procedure === undefined) return refuse('procedure-not-found');
  procedure.settings = { ...procedure.settings, ...settings };
  if (start && procedure.status === 'draft') procedure.status = 'active';
  procedure.updatedAt = now;
  return { status: 200 as const, body: viewProcedure(state, procedure, now) };
}

export function procedureAt(state: State, uuid: string): EmulatedProcedure | undefined {
  return state.procedures.get(`/procedures/${uuid}`);
}

function removeMembers(state: State, procedure: EmulatedProcedure): void {
  for (const member of membersOf(state, procedure)) removeMember(state, member);
}
