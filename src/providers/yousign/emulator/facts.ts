import type { EmulatorDefinition, HandlerContext, Rejection } from '../../../core/emulation';
import { refuse } from '../failures';
import type { MemberCreationFacts } from '../memberCreationFacts';
import { operations } from '../operations/operations';
import { procedureReply } from '../operations/replies';
import { type ProcedureFacts, procedureFacts } from '../procedureFacts';
import { procedureAt } from './procedures';
import type { State } from './state';
import { viewProcedure } from './view';

/** What the rules of the calls need to know, from the state instead of over the wire. */
export const facts: NonNullable<EmulatorDefinition<State>['facts']> = {
  [operations.createMember.id]: ({ state, values, tools }): MemberCreationFacts | Rejection => {
    const { body } = values as { readonly body: { readonly procedure: string } };
    const procedure = state.procedures.get(body.procedure);
    if (procedure === undefined) return refuse('object-unknown', { id: body.procedure });
    return { procedure: factsOf(viewProcedure(state, procedure, tools.now())), users: [] };
  },
  [operations.startProcedure.id]: ofProcedure,
  [operations.updateProcedure.id]: ofProcedure,
};

function ofProcedure({ state, values, tools }: HandlerContext<State>): ProcedureFacts | Rejection {
  const { path } = values as { readonly path: { readonly id: string } };
  const procedure = procedureAt(state, path.id);
  if (procedure === undefined) return refuse('procedure-not-found');
  return factsOf(viewProcedure(state, procedure, tools.now()));
}

function factsOf(view: ReturnType<typeof viewProcedure>): ProcedureFacts {
  return procedureFacts(procedureReply.parse(view));
}
