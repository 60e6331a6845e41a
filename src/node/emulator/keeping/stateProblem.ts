/** Why a state cannot be kept in a file, and what a person does about it. */
export class StateProblem extends Error {
  override readonly name = 'StateProblem';

  constructor(reason: string, nextStep: string) {
    super(`${reason}\n${nextStep}`);
  }
}
