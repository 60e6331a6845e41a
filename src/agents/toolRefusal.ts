import type { ProblemText } from '../protocol/reply';

/** Why a tool cannot do what it was asked, in words that say what would help. */
export class ToolRefusal extends Error {
  override readonly name = 'ToolRefusal';
  readonly said: ProblemText;

  constructor(said: ProblemText) {
    super(said.title);
    this.said = said;
  }
}

export function refusal(title: string, cause: string, nextStep: string): ToolRefusal {
  return new ToolRefusal({ title, cause, nextStep });
}
