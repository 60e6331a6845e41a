import { t } from '@vscode/l10n';
import type { Command } from 'vscode';
import type { Connection } from '../../core/connections/connection';
import { HistoryError } from '../../core/history/historyError';
import { describeProblem } from '../../core/problems/describeProblem';
import { describeRefusal } from '../../core/problems/describeRefusal';
import { isDiagnosable } from '../../core/problems/isDiagnosable';
import type { Problem } from '../../core/problems/problem';
import type { CallFailed } from '../../core/sending/callFailed';
import type { SendOutcome } from '../../core/sending/run';
import type { UnusableToken } from '../../core/sending/tokens/readToken';
import type { ProblemText } from '../../protocol/reply';
import { commandIds } from './contributions/commandIds';
import type { Log } from './log';
import type { TreeTarget } from './treeTarget';

/** A failure in words, with the command that helps. */
export interface ExplainedProblem extends ProblemText {
  readonly remedy?: Remedy;
}

export interface Remedy {
  readonly command:
    | typeof commandIds.showLog
    | typeof commandIds.enterCredentials
    | typeof commandIds.confirmAddress
    | typeof commandIds.editConnection
    | typeof commandIds.addConnection
    | typeof commandIds.diagnoseConnection
    | typeof commandIds.emulator.start
    | 'workbench.action.openSettings';
  readonly title: string;
}

/** Not by instanceof: that would load the sending code before anything was sent. */
export function isCallFailed(error: unknown): error is CallFailed {
  return error instanceof Error && error.name === 'CallFailed';
}

export function isUnusableToken(error: unknown): error is UnusableToken {
  return error instanceof Error && error.name === 'UnusableToken';
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

/** What went wrong on this machine, in words for a person. */
export class ForeseenError extends Error {
  override readonly name = 'ForeseenError';
  readonly text: ProblemText;

  constructor(text: ProblemText) {
    super(text.title);
    this.text = text;
  }
}

/** Any error in words of ours. What nobody foresaw is a mistake of the product, and its details are for the log. */
export function explainError(log: Pick<Log, 'error'>, what: string, error: unknown): ExplainedProblem {
  const foreseen = explainForeseen(error);
  if (foreseen !== undefined) return foreseen;
  log.error(what, error);
  return isOfFiles(error) ? fileTrouble() : mistake();
}

function explainForeseen(error: unknown): ExplainedProblem | undefined {
  if (error instanceof ProblemError) return explainProblem(error.problem);
  if (error instanceof ForeseenError || error instanceof HistoryError) return error.text;
  return isCallFailed(error) ? explainOutcome(error.outcome) : undefined;
}

/** The editor's own error of its file systems: it names what happened, and its words are for programmers. */
function isOfFiles(error: unknown): boolean {
  return error instanceof Error && error.name.includes('FileSystemError');
}

const showLog = (): Remedy => ({ command: commandIds.showLog, title: t('Show Log') });

const changeLimit = 'workbench.action.openSettings';

const fileTrouble = (): ExplainedProblem => ({
  title: t('A file or folder could not be used'),
  cause: t('It is not there, or it may not be read or written; the log names it.'),
  nextStep: t('Check that it is there and yours, then try again.'),
  remedy: showLog(),
});

const mistake = (): ExplainedProblem => ({
  title: t('This is a mistake in E-Sign Workbench itself'),
  cause: t('What went wrong is in the log.'),
  nextStep: t('Try again. When it stays, please report it with what the log says.'),
  remedy: showLog(),
});

function explainOutcome(outcome: SendOutcome): ExplainedProblem {
  if (outcome.kind === 'failed') return explainProblem(outcome.problem);
  return { nextStep: t('Refresh to try again.'), ...describeRefusal(outcome) };
}

export function explainProblem(problem: Problem): ExplainedProblem {
  const remedy = remedyOf(problem);
  return { ...describeProblem(problem), ...(remedy !== undefined && { remedy }) };
}

function remedyOf(problem: Problem): Remedy | undefined {
  if (problem.kind === 'noReply' && problem.failure.kind === 'tooLarge') {
    return { command: changeLimit, title: t('Change the Limit…') };
  }
  const remedy = remedies()[problem.kind];
  if (remedy !== undefined || !isDiagnosable(problem)) return remedy;
  return { command: commandIds.diagnoseConnection, title: t('Diagnose…') };
}

/** The command that helps, about the connection where it went wrong when that is known. */
export function remedyCommand({ command, title }: Remedy, target: TreeTarget | undefined): Command {
  if (command === changeLimit) return { command, title, arguments: ['@id:esign.send.maxReplyMegabytes'] };
  const isGeneral = command === commandIds.emulator.start || command === commandIds.showLog;
  if (isGeneral || target === undefined) return { command, title, arguments: [] };
  return { command, title, arguments: command === commandIds.addConnection ? [target.provider] : [{ target }] };
}

const remedies = (): Partial<Record<Problem['kind'], Remedy>> => ({
  missingCredentials: { command: commandIds.enterCredentials, title: t('Enter Credentials…') },
  unconfirmedOrigin: { command: commandIds.confirmAddress, title: t('Confirm Address…') },
  tokenRefused: { command: commandIds.enterCredentials, title: t('Enter Credentials…') },
  unusableToken: { command: commandIds.editConnection, title: t('Edit Connection…') },
  invalidBaseUrl: { command: commandIds.editConnection, title: t('Edit Connection…') },
  invalidPathPrefix: { command: commandIds.editConnection, title: t('Edit Connection…') },
  invalidTls: { command: commandIds.editConnection, title: t('Edit Connection…') },
  unusableCertificate: { command: commandIds.editConnection, title: t('Edit Connection…') },
  foreignOrigin: { command: commandIds.editConnection, title: t('Edit Connection…') },
  unknownConnection: { command: commandIds.addConnection, title: t('Add Connection…') },
  emulatorStopped: { command: commandIds.emulator.start, title: t('Start the Emulator') },
});

export function isProblem(outcome: Connection | Problem): outcome is Problem {
  return 'kind' in outcome;
}
