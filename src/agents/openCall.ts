import type { Question } from '../core/sending/asking/question';
import type { ToolAnswer } from './callTool';

/** How far a call has come: it is done, or it waits for a person. */
export type CallProgress =
  | { readonly kind: 'done'; readonly answer: ToolAnswer }
  | { readonly kind: 'asked'; readonly question: Question };

interface OpenQuestion {
  readonly question: Question;
  answer(isAgreed: boolean): void;
}

/**
 * A call that stands still while a person is asked, for a protocol that answers each message once: the question goes out
 * as the answer, and the call goes on where it stood when the person's answer comes with the next message.
 */
export class OpenCall {
  readonly #answer: Promise<ToolAnswer>;
  readonly #questions: OpenQuestion[] = [];
  #wake: () => void = () => undefined;

  constructor(start: (ask: (question: Question) => Promise<boolean>) => Promise<ToolAnswer>) {
    this.#answer = start((question) => this.#ask(question));
  }

  /** Of several questions the first that was not answered. */
  async next(): Promise<CallProgress> {
    const asked = new Promise<'asked'>((resolve) => {
      this.#wake = () => resolve('asked');
      if (this.#questions.length > 0) resolve('asked');
    });
    const first = await Promise.race([asked, this.#answer]);
    const [open] = this.#questions;
    if (first === 'asked' && open !== undefined) return { kind: 'asked', question: open.question };
    return { kind: 'done', answer: await this.#answer };
  }

  answer(isAgreed: boolean): void {
    this.#questions.shift()?.answer(isAgreed);
  }

  /** Nobody answers any more: whatever is asked is not agreed to. */
  giveUp(): void {
    for (const { answer } of this.#questions.splice(0)) answer(false);
  }

  #ask(question: Question): Promise<boolean> {
    return new Promise((resolve) => {
      this.#questions.push({ question, answer: resolve });
      this.#wake();
    });
  }
}
