import type { ProblemText } from '../../../protocol/reply';

/* Why a workflow or one of its steps did not go on. */

export const tooDeep: ProblemText = {
  title: 'The workflows run each other without end',
  cause: 'Too many of them have been started in each other.',
  nextStep: 'Look at the actions that lead to a workflow.',
};

/** `nextStep`: how they are given where the workflow is started; others are given theirs by the file. */
export function inputFault(
  faults: readonly string[],
  nextStep = 'Look at what runs the workflow in the file: it gives the inputs.',
): ProblemText {
  return { title: 'The inputs do not fit', cause: faults.join('\n'), nextStep };
}

export function tooLate(ms: number): ProblemText {
  return {
    title: 'No reply in time',
    cause: `The step has a timeout of ${ms} ms, and no reply came within it.`,
    nextStep: 'The request may have reached the server all the same: look before it is sent again.',
  };
}

export function tooLong(ms: number, mostMs: number): ProblemText {
  return {
    title: 'The server asks to wait for long',
    cause: `The next try would be in ${Math.round(ms / 1000)} s, by its Retry-After or by retryAfter.`,
    nextStep: `No more than ${mostMs / 1000} s are waited. Try again later.`,
  };
}

export const stopped: ProblemText = {
  title: 'Stopped',
  cause: 'The time was over, or somebody stopped it.',
  nextStep: 'Steps that are marked as skipped were not sent.',
};

export const endless: ProblemText = {
  title: 'The workflow does not end',
  cause: 'Its steps lead back to each other.',
  nextStep: 'Look at the actions goto and retry.',
};
