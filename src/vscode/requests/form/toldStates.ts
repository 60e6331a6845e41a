import { changeBetween } from '../../../protocol/changes/changeBetween';
import type { FormState } from '../../../protocol/form';
import type { FormToWebview, Message, StateOfText } from '../../../protocol/messages';

interface Told extends StateOfText {
  readonly state: FormState;
}

/** What a page has been told of the states of its form: the first one whole, of each later one what is different. */
export class ToldStates {
  #last: Told | undefined;
  #step = 0;

  /** The page knows nothing, or not all that it was told. */
  forget(): void {
    this.#last = undefined;
  }

  /** Undefined where the page shows it already. */
  tell(next: Told): Message<FormToWebview> | undefined {
    const last = this.#last;
    this.#last = next;
    const { state, ...of } = next;
    if (last === undefined) {
      this.#step = 0;
      return { type: 'state', ...next };
    }
    const change = changeBetween(last.state, state);
    if (change === undefined && of.version === last.version && of.handled === last.handled) return undefined;
    this.#step += 1;
    return { type: 'change', ...of, step: this.#step, ...(change && { change }) };
  }
}
