import { t } from '@vscode/l10n';
import type { ProblemText } from '../../../protocol/reply';

/* Why a workflow or one of its steps did not go on. */

export const tooDeep = (): ProblemText => ({
  title: t('The workflows run each other without end'),
  cause: t('Too many of them have been started in each other.'),
  nextStep: t('Look at the actions that lead to a workflow.'),
});

/** `nextStep`: how they are given where the workflow is started; others are given theirs by the file. */
export function inputFault(
  faults: readonly string[],
  nextStep = t('Look at what runs the workflow in the file: it gives the inputs.'),
): ProblemText {
  return { title: t('The inputs do not fit'), cause: faults.join('\n'), nextStep };
}

export function tooLate(ms: number): ProblemText {
  return {
    title: t('No reply in time'),
    cause: t('The step has a timeout of {0} ms, and no reply came within it.', ms),
    nextStep: t('The request may have reached the server all the same: look before it is sent again.'),
  };
}

export function tooLong(ms: number, mostMs: number): ProblemText {
  return {
    title: t('The server asks to wait for long'),
    cause: t('The next try would be in {0} s, by its Retry-After or by retryAfter.', Math.round(ms / 1000)),
    nextStep: t('No more than {0} s are waited. Try again later.', mostMs / 1000),
  };
}

export const stopped = (): ProblemText => ({
  title: t('Stopped'),
  cause: t('The time was over, or somebody stopped it.'),
  nextStep: t('Steps that are marked as skipped were not sent.'),
});

export const endless = (): ProblemText => ({
  title: t('The workflow does not end'),
  cause: t('Its steps lead back to each other.'),
  nextStep: t('Look at the actions goto and retry.'),
});

export function waitsForWorkflow(workflowId: string): ProblemText {
  return {
    title: t('Not started'),
    cause: t('It depends on "{0}", which did not pass.', workflowId),
    nextStep: t('Look at that workflow.'),
  };
}

export function overTime(ms: number): ProblemText {
  return {
    title: t('The time of the workflow is over'),
    cause: t('It may take {0} s, and was stopped after them.', ms / 1000),
    nextStep: t('Steps that are marked as skipped were not sent. Give it more time, or look for what takes so long.'),
  };
}
