import { resolve } from 'node:path';
import { StateProblem } from '../../../node/emulator/keeping/stateProblem';
import { UsageError } from '../../surroundings';

/** The file of the option, wherever the command runs. */
export function stateIn(cwd: string, file: string | undefined): string | undefined {
  if (file === '') throw new UsageError('--state needs the name of a file.');
  return file === undefined ? undefined : resolve(cwd, file);
}

/** Says a problem with the state; anything else is a bug. */
export function foreseen(say: (problem: StateProblem) => void): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof StateProblem)) throw error;
    say(error);
    return undefined;
  };
}
