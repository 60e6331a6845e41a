import type * as vscode from 'vscode';
import type { BrokenText, FormState } from '../../../protocol/pages/formState';
import type { CheckedRequest } from '../session/checkRequest';
import { formState, type ShownSession, sendingOf, type Translating, unreadable } from './formState';
import { ConnectionOffers } from './offers';
import { PhoneNotes } from './phoneNotes';

type Filled = Extract<FormState, { kind: 'form' }>;

/** What one form shows, one after the other: a text that is no request for a while does not take the form away. */
export class FormStates implements vscode.Disposable {
  readonly #offers: ConnectionOffers;
  readonly #phones = new PhoneNotes();
  #last: Filled | undefined;

  constructor(services: ConstructorParameters<typeof ConnectionOffers>[0], changed: () => void) {
    this.#offers = new ConnectionOffers(services);
    this.#offers.onDidChange(changed);
    this.#phones.onDidChange(changed);
  }

  /** Loads what fields may hold that refer to a collection. */
  async offer(state: CheckedRequest | undefined, collection: string): Promise<void> {
    if (state?.kind === 'checked') await this.#offers.ask(state, collection);
  }

  dispose(): void {
    this.#offers.dispose();
    this.#phones.dispose();
  }

  of(state: CheckedRequest, session: ShownSession, translating: Translating | undefined): FormState {
    if (state.kind === 'unreadable' && this.#last !== undefined) {
      const { passedMs: _passedMs, ...last } = this.#last;
      return { ...last, ...sendingOf(session), broken: brokenText(state) };
    }
    const shown = formState(state, session, translating);
    if (shown.kind !== 'form' || state.kind !== 'checked') {
      this.#last = undefined;
      return shown;
    }
    this.#last = { ...shown, offers: this.#offers.of(state), notes: { ...this.#phones.of(state), ...shown.notes } };
    return this.#last;
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
