import type { BrokenText, FormState } from '../../../protocol/form';
import type { CheckedRequest } from '../session/checkRequest';
import { formState, type ShownSession, type Translating, unreadable } from './formState';

type Filled = Extract<FormState, { kind: 'form' }>;

/** What one form shows, one after the other: a text that is no request for a while does not take the form away. */
export class FormStates {
  #last: Filled | undefined;

  of(state: CheckedRequest, session: ShownSession, translating: Translating | undefined): FormState {
    if (state.kind === 'unreadable' && this.#last !== undefined) {
      return { ...this.#last, sending: session.isSending, broken: brokenText(state) };
    }
    const shown = formState(state, session, translating);
    this.#last = shown.kind === 'form' ? shown : undefined;
    return shown;
  }
}

function brokenText(state: CheckedRequest & { kind: 'unreadable' }): BrokenText {
  const { title, message, nextStep } = unreadable({ kind: 'unreadableRequest', detail: state.detail });
  const [fault] = state.broken?.faults ?? [];
  const mend = state.broken?.mend?.title;
  return {
    title,
    message,
    nextStep,
    ...(fault !== undefined && { at: { line: fault.line, column: fault.column } }),
    ...(mend !== undefined && { mend }),
  };
}
