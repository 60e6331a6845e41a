import type { Workplace } from '../headless/workplace';

/** What a command sees of the process it runs in. */
export interface Surroundings extends Workplace {
  /** Standard output is a terminal that shows colours. */
  readonly colors: boolean;
  /** Standard output is a terminal: somebody reads it, and nothing keeps it. */
  readonly isTerminal: boolean;
  /** Aborted by Ctrl+C and by SIGTERM. */
  readonly signal: AbortSignal;
  /** Puts a question to whoever sits there; absent where nobody can be asked. */
  confirm?(question: string): Promise<boolean>;
  /** The result. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
}

/** Runs with the arguments behind the command's name; the exit code comes back. */
export interface Command {
  readonly summary: string;
  /** How to use it; some of it depends on the providers. */
  help(surroundings: Surroundings): string | Promise<string>;
  readonly options: readonly CommandOption[];
  /** With the option for it: only a file that is named, not the one of the working directory. */
  readonly readsEnvFile?: 'named';
  run(surroundings: Surroundings, args: CommandArguments): Promise<number>;
}

export interface CommandOption {
  readonly name: string;
  /** `list` may be given several times. */
  readonly type: 'boolean' | 'string' | 'list';
}

/** Of every command that takes credentials from the environment: they are read from a file before it runs. */
export const envFileOption = { name: 'env-file', type: 'string' } as const satisfies CommandOption;

/** Of every command that sends: what it says takes the place of its variable in the environment. */
export const rewriteOption = { name: 'rewrite', type: 'list' } as const satisfies CommandOption;

export interface CommandArguments {
  readonly flags: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string>>;
  /** Of options that may be given several times. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly positionals: readonly string[];
}

/** A call that cannot be understood. Printed with a hint to the command's help. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const exitCodes = { usage: 2, bug: 70 } as const;
