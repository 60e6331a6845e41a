import type { CollectedDocument, EmulatorTools } from '../../../../core/emulation';
import { detailOf, packageCollection } from '../../resources';
import { expire, type State } from '../state';
import { factsOf } from './packageView';

interface Context {
  readonly state: State;
  readonly tools: EmulatorTools;
}

export function collectPackages({ state, tools }: Context): readonly CollectedDocument[] {
  const own = [...state.packages.values()].filter(({ refusal }) => refusal === undefined);
  return own.map((item) => {
    expire(item, tools.now());
    return { collection: packageCollection.id, detail: detailOf(factsOf(item)) };
  });
}
