import { joinPointer } from '../requests/pointer';
import type { CollectionCase, OperationCase } from './case';
import type { CaseFault } from './caseFault';
import { checkCollection } from './checkCollection';
import { checkOperation } from './checkOperation';
import { checkRaw } from './checkRaw';
import { Play } from './play';
import { runStep } from './runStep';
import type { Stage } from './stage';
import type { CaseStep } from './step';

/** Plays a case against a fresh emulator: nothing comes back when it holds. What follows a fault is not tried. */
export function runCase(stage: Stage, item: OperationCase, pointer = ''): Promise<readonly CaseFault[]> {
  const play = new Play(stage, item.credentials);
  const { raw } = item;
  return inTurn([
    () => play.reset(pointer),
    ...turns(play, item.given, `${pointer}/given`),
    () => (raw === undefined ? checkOperation(play, item, pointer) : checkRaw(play, item, raw, pointer)),
    ...turns(play, item.after, `${pointer}/after`),
  ]);
}

/** The same for what the tree shows. */
export function runCollectionCase(stage: Stage, item: CollectionCase, pointer = ''): Promise<readonly CaseFault[]> {
  const play = new Play(stage);
  return inTurn([
    () => play.reset(pointer),
    ...turns(play, item.given, `${pointer}/given`),
    () => checkCollection(play, item, pointer),
  ]);
}

type Turn = () => Promise<readonly CaseFault[]>;

function turns(play: Play, steps: readonly CaseStep[] = [], pointer: string): readonly Turn[] {
  return steps.map((step, index) => () => runStep(play, step, joinPointer(pointer, index)));
}

async function inTurn(turns: readonly Turn[]): Promise<readonly CaseFault[]> {
  for (const turn of turns) {
    const faults = await turn();
    if (faults.length > 0) return faults;
  }
  return [];
}
