import type { Run } from '../../sending/run';
import type { OperationCase } from '../case';
import type { CaseFault } from '../caseFault';
import { Play } from '../play';
import { runStep } from '../runStep';
import type { Stage } from '../stage';

/** What came of a recipe. `asPromised`: the reply is recognised as the failure, and as no other. */
export type PlayedWay =
  | { readonly kind: 'played'; readonly run: Run; readonly asPromised: boolean }
  /** What has to be there before did not come about. */
  | { readonly kind: 'stuck'; readonly faults: readonly CaseFault[] };

/** Starts the emulator of the stage over, brings it to where the call fails, and sends that, whatever is foreseen. */
export async function playWay(stage: Stage, { operation, ...recipe }: OperationCase): Promise<PlayedWay> {
  const play = new Play(stage, recipe.credentials);
  const faults = await prepare(play, recipe.given ?? []);
  if (faults.length > 0) return { kind: 'stuck', faults };
  const run = await play.send(operation, play.kept.request(recipe.values ?? {}), { force: true });
  return { kind: 'played', run, asPromised: isRecognised(run, recipe.failure) };
}

async function prepare(play: Play, steps: NonNullable<OperationCase['given']>): Promise<readonly CaseFault[]> {
  const notReset = await play.reset('');
  if (notReset.length > 0) return notReset;
  for (const [index, step] of steps.entries()) {
    const faults = await runStep(play, step, `/given/${index}`);
    if (faults.length > 0) return faults;
  }
  return [];
}

function isRecognised({ outcome }: Run, failure: string | undefined): boolean {
  if (outcome.kind !== 'replied' || !outcome.reading.failed) return false;
  const found = outcome.reading.errors.map((error) => error.failure?.id);
  return found.length === 1 && found[0] === failure;
}
