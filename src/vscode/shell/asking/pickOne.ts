import { showPick } from './boxes';
import type { PickItem } from './steps';

/** The only item without asking, unless it should be seen before something is done with it. */
export async function pickOne<Value>(
  placeHolder: string,
  items: readonly PickItem<Value>[] | Promise<readonly PickItem<Value>[]>,
  ask: 'always' | 'whenNeeded' | undefined = 'whenNeeded',
): Promise<Value | undefined> {
  const choices = await items;
  if (ask === 'whenNeeded' && choices.length === 1) return choices[0]?.value;
  const choice = await showPick(choices, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return choice?.value;
}
