import type { EmulatorTools } from '../../../../core/emulation';
import { refuse } from '../../failures';
import { callerIn } from '../account';
import { addMember, removeMember } from '../members';
import { remindAll, tellEvent, tellStart } from '../notices';
import { membersOf } from '../records';
import type { EmulatedProcedure, Handlers, State } from '../state';
import { viewProcedure } from '../view';
import { listProcedures } from './listProcedures';
import { copyOf } from './procedureCopy';

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
  createProcedure: ({ state, values: { body }, caller, tools }) => {
    const { start = true, members, template = false, parent = null, ...settings } = body;
    const source = parent === null ? undefined : state.procedures.get(parent);
    if (parent !== null && source === undefined) return refuse('object-unknown', { id: parent });
    const now = tools.now();
    const procedure: EmulatedProcedure = {
      id: `/procedures/${tools.uuid()}`,
      creator: callerIn(state, caller),
      settings: { ...source?.settings, ...settings },
      status: start && !template ? 'active' : 'draft',
      template,
      parent,
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
    if (procedure.status === 'active') tellStart({ state, procedure, tools });
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
  startProcedure: ({ state, values, tools }) => update(state, values.path.id, { start: values.body.start }, tools),
  updateProcedure: ({ state, values, tools }) => update(state, values.path.id, values.body, tools),
  remindProcedure: ({ state, values: { path }, tools }) => {
    const procedure = procedureAt(state, path.id);
    if (procedure === undefined) return refuse('procedure-not-found');
    remindAll({ state, procedure, tools });
    return { status: 204 };
  },
  deleteProcedure: ({ state, values: { path }, tools }) => {
    const procedure = procedureAt(state, path.id);
    if (procedure === undefined) return refuse('procedure-not-found');
    tellEvent({ state, procedure, tools }, 'procedure.deleted');
    removeMembers(state, procedure);
    state.procedures.delete(procedure.id);
    return { status: 204 };
  },
};

type UpdateBody = Parameters<Handlers['updateProcedure']>[0]['values']['body'];

function update(state: State, uuid: string, { start = false, ...settings }: UpdateBody, tools: EmulatorTools) {
  const procedure = procedureAt(state, uuid);
  if (procedure === undefined) return refuse('procedure-not-found');
  procedure.settings = { ...procedure.settings, ...settings };
  const isStarted = start && procedure.status === 'draft';
  if (isStarted) procedure.status = 'active';
  procedure.updatedAt = tools.now();
  if (isStarted) tellStart({ state, procedure, tools });
  return { status: 200 as const, body: viewProcedure(state, procedure, tools.now()) };
}

export function procedureAt(state: State, uuid: string): EmulatedProcedure | undefined {
  return state.procedures.get(`/procedures/${uuid}`);
}

function removeMembers(state: State, procedure: EmulatedProcedure): void {
  for (const member of membersOf(state, procedure)) removeMember(state, member);
}
