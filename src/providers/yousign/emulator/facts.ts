import type { HandlerContext, Rejection } from '../../../core/emulation';
import type { FactsOf } from '../../../kit/defineEmulator';
import { type ProcedureFacts, procedureFacts } from '../facts/procedureFacts';
import { refuse } from '../failures';
import type { operations } from '../operations/operations';
import { procedureReply } from '../operations/replies';
import { procedureAt } from './procedures/procedures';
import type { State } from './state';
import { viewProcedure } from './view';

/** What the rules of the calls need to know, from the state instead of over the wire. */
export const facts: FactsOf<typeof operations, State> = {
  createMember: ({ state, values: { body }, tools }) => {
    const procedure = state.procedures.get(body.procedure);
    if (procedure === undefined) return refuse('object-unknown', { id: body.procedure });
    return { procedure: factsOf(viewProcedure(state, procedure, tools.now())), users: [] };
  },
  startProcedure: ofProcedure,
  updateProcedure: ofProcedure,
};

type OfProcedure = HandlerContext<State, { readonly path: { readonly id: string } }>;

function ofProcedure({ state, values: { path }, tools }: OfProcedure): ProcedureFacts | Rejection {
  const procedure = procedureAt(state, path.id);
  if (procedure === undefined) return refuse('procedure-not-found');
  return factsOf(viewProcedure(state, procedure, tools.now()));
}

export function factsOf(view: ReturnType<typeof viewProcedure>): ProcedureFacts {
  return procedureFacts(procedureReply.parse(view));
}
