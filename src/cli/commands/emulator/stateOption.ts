import { resolve } from 'node:path';
import { quotable } from '../../../core/quoting/oneLine';
import { StateProblem } from '../../../node/emulator/keeping/stateProblem';
import { UsageError } from '../../surroundings';

/** The file of the option, wherever the command runs. */
export function stateIn(cwd: string, file: string | undefined): string | undefined {
  if (file === '') throw new UsageError('--state needs the name of a file.');
  return file === undefined ? undefined : resolve(cwd, file);
}

/** The seed is what a reset goes back to: what is there goes on. */
export function seedRemark(state: string): string {
  return `--seed: The emulators go on from ${quotable(state)}, without the seed until they are reset. To begin with it, name a file that does not exist yet.\n`;
}

/** Says a problem with the state; anything else is a bug. */
export function foreseen(say: (problem: StateProblem) => void): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof StateProblem)) throw error;
    say(error);
    return undefined;
  };
}
