import { changed } from '../../../src/protocol/changes/change';
import type { FormToWebview, Message, StateOfText } from '../../../src/protocol/messages';
import type { FormState } from '../../../src/protocol/pages/formState';

export interface ShownState extends StateOfText {
  readonly state: FormState;
}

/** What a page shows that gets these messages: each state, one after the other. */
export function shownStates(posted: readonly Message<FormToWebview>[]): readonly ShownState[] {
  const shown: ShownState[] = [];
  for (const message of posted) {
    const before = shown.at(-1)?.state;
    if (message.type === 'state') shown.push(message);
    if (message.type !== 'change' || before === undefined) continue;
    const { version, handled, change } = message;
    // What was posted is not yet JSON.
    const state = change === undefined ? before : changed(before, JSON.parse(JSON.stringify(change)));
    shown.push({ version, handled, state: state as FormState });
  }
  return shown;
}
