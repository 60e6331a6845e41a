import type { CollectedDocument, EmulatorTools } from '../../../../core/emulation';
import { detailOf, procedureCollection } from '../../resources/procedures';
import { factsOf } from '../facts';
import type { State } from '../state';
import { viewProcedure } from '../view';

interface Context {
  readonly state: State;
  readonly tools: EmulatorTools;
}

export function collectProcedures({ state, tools }: Context): readonly CollectedDocument[] {
  const listed = [...state.procedures.values()].filter(({ isBroken, template }) => !isBroken && !template);
  return listed.map((procedure) => ({
    collection: procedureCollection.id,
    detail: detailOf(factsOf(viewProcedure(state, procedure, tools.now()))),
  }));
}
