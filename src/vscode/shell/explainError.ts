import type { Command } from 'vscode';
import type { Connection } from '../../core/connections/connection';
import { describeProblem, type Problem } from '../../core/problem';
import type { CallFailed } from '../../core/sending/callFailed';
import type { SendOutcome } from '../../core/sending/run';
import type { ProblemText } from '../../protocol/reply';
import type { TreeTarget } from './treeTarget';

/** A failure in words, with the command that helps. */
export interface ExplainedProblem extends ProblemText {
  readonly remedy?: Remedy;
}

export interface Remedy {
  readonly command: 'esign.enterCredentials' | 'esign.editConnection' | 'esign.addConnection' | 'esign.emulator.start';
  readonly title: string;
}

/** Not by instanceof: that would load the sending code before anything was sent. */
export function isCallFailed(error: unknown): error is CallFailed {
  return error instanceof Error && error.name === 'CallFailed';
}

/** A problem as an error, for callers that can only throw. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  readonly target: TreeTarget;

  constructor(problem: Problem, target: TreeTarget) {
    super(describeProblem(problem).title);
    this.problem = problem;
    this.target = target;
  }
}

/** Undefined for what nobody foresaw: a bug. */
export function explainError(error: unknown): ExplainedProblem | undefined {
  if (error instanceof ProblemError) return explainProblem(error.problem);
  if (isCallFailed(error)) return explainOutcome(error.outcome);
  return undefined;
}

function explainOutcome(outcome: SendOutcome): ExplainedProblem {
  if (outcome.kind === 'failed') return explainProblem(outcome.problem);
  const { general, verdict } = outcome.reading;
  const [first] = outcome.reading.errors;
  const [said] = general;
  if (said !== undefined && (verdict.kind === 'foreign' || first?.failure === undefined)) return said;
  return {
    title: outcome.reply.status < 400 ? 'The API answered with an error' : `The API answered ${outcome.reply.status}`,
    cause: first?.failure?.meaning ?? first?.error.message ?? outcome.reply.statusText,
    nextStep: first?.failure?.nextStep ?? 'Refresh to try again.',
  };
}

export function explainProblem(problem: Problem): ExplainedProblem {
  const remedy = remedies[problem.kind];
  return { ...describeProblem(problem), ...(remedy !== undefined && { remedy }) };
}

/** The command that helps, about the connection where it went wrong when that is known. */
export function remedyCommand({ command, title }: Remedy, target: TreeTarget | undefined): Command {
  if (command === 'esign.emulator.start' || target === undefined) return { command, title, arguments: [] };
  return { command, title, arguments: command === 'esign.addConnection' ? [target.provider] : [{ target }] };
}

const remedies: Partial<Record<Problem['kind'], Remedy>> = {
  missingCredentials: { command: 'esign.enterCredentials', title: 'Enter Credentials…' },
  unconfirmedOrigin: { command: 'esign.enterCredentials', title: 'Enter Credentials…' },
  tokenRefused: { command: 'esign.enterCredentials', title: 'Enter Credentials…' },
  unusableToken: { command: 'esign.editConnection', title: 'Edit Connection…' },
  invalidBaseUrl: { command: 'esign.editConnection', title: 'Edit Connection…' },
  invalidPathPrefix: { command: 'esign.editConnection', title: 'Edit Connection…' },
  foreignOrigin: { command: 'esign.editConnection', title: 'Edit Connection…' },
  unknownConnection: { command: 'esign.addConnection', title: 'Add Connection…' },
  emulatorStopped: { command: 'esign.emulator.start', title: 'Start the Emulator' },
};

export function isProblem(outcome: Connection | Problem): outcome is Problem {
  return 'kind' in outcome;
}
