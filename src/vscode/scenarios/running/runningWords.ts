import type { ProblemText } from '../../../protocol/reply';

/* Why a workflow did not start in the editor. */

const change = 'Run "E-Sign: Choose Connection for Scenarios…" to choose another one.';

export function onlyOnEmulator(workflowId: string, connection: string): ProblemText {
  return {
    title: `"${workflowId}" runs on the emulator only`,
    cause: `It acts as a recipient, moves the clock or starts over, and "${connection}" is no emulator.`,
    nextStep: `Nothing was sent. Run it with the profile "Run on Emulator". ${change}`,
  };
}

export function noEmulator(what: string): ProblemText {
  return {
    title: 'The emulator cannot be started',
    cause: `There is none for ${what}, or its port is taken.`,
    nextStep: change,
  };
}

export function noConnection(provider: string): ProblemText {
  return {
    title: `${provider} has no connection`,
    cause: 'A scenario names no connection: it runs on one of those that are configured.',
    nextStep: 'Run "E-Sign: Add Connection…".',
  };
}

export const gaveUp: ProblemText = {
  title: 'Not started',
  cause: 'No connection was chosen.',
  nextStep: 'Run it again to choose one.',
};

export const withoutInput: ProblemText = {
  title: 'Not started',
  cause: 'An input was not given.',
  nextStep:
    'Run it again, or write a default for the input into the file, or a variable of its name into esign.env.json.',
};

export const giveInputs =
  'Run it again to give others, or write what fits into the file, or into esign.env.json where a variable gives the input.';

export const declined: ProblemText = {
  title: 'Not started',
  cause: 'It was not agreed to. Nothing of it was sent.',
  nextStep: 'Run it again to be asked again.',
};
