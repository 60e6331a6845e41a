import { formModel } from '../../../core/forms/formModel';
import type { Operation } from '../../../core/operation';
import { changeBetween } from '../../../protocol/changes/changeBetween';
import type { FormToWebview, Message, StateOfText } from '../../../protocol/messages';
import type { FormState } from '../../../protocol/pages/formState';
import type { CheckedRequest } from '../session/checkRequest';

interface Shown extends StateOfText {
  readonly state: FormState;
}

type Messages = readonly Message<FormToWebview>[];

interface Told {
  readonly operation: Operation | undefined;
  readonly shown: Shown | undefined;
}

const nothing: Told = { operation: undefined, shown: undefined };

/**
 * What a page has been told: the form of an operation once, of its states the first one whole, of each later one what is
 * different.
 */
export class ToldStates {
  #told = nothing;
  /** What stands in the page whenever it is loaded. */
  #filling = nothing;
  #step = 0;

  /** The page is loaded, and knows what stands in it or nothing. */
  begin(isFilled: boolean): void {
    this.#told = isFilled ? this.#filling : nothing;
    this.#step = 0;
  }

  /** The page does not know all the states that it was told. */
  forget(): void {
    this.#told = { ...this.#told, shown: undefined };
  }

  /** What is to stand in the page, which has not begun. */
  fill(checked: CheckedRequest, shown: Shown): Messages {
    const messages = this.tell(checked, shown);
    this.#filling = this.#told;
    this.begin(false);
    return messages;
  }

  /** Nothing where the page shows it already. */
  tell(checked: CheckedRequest, shown: Shown): Messages {
    return [...this.#open(checked), ...this.#show(shown)];
  }

  #open(checked: CheckedRequest): Messages {
    if (checked.kind !== 'checked' || checked.operation === this.#told.operation) return [];
    const { provider, operation } = checked;
    this.#told = { ...this.#told, operation };
    return [{ type: 'open', model: formModel(provider, operation) }];
  }

  #show(shown: Shown): Messages {
    const last = this.#told.shown;
    this.#told = { ...this.#told, shown };
    const { state, ...of } = shown;
    if (last === undefined) {
      this.#step = 0;
      return [{ type: 'state', ...shown }];
    }
    const change = changeBetween(last.state, state);
    if (change === undefined && of.version === last.version && of.handled === last.handled) return [];
    this.#step += 1;
    return [{ type: 'change', ...of, step: this.#step, ...(change && { change }) }];
  }
}
