import { withoutAccount } from '../../core/addresses/webAddress';
import type { ProblemText } from '../../protocol/reply';

export const notStarted: ProblemText = {
  title: 'Not started',
  cause: 'Another workflow failed before, or somebody stopped the run.',
  nextStep: 'Run it again without --bail.',
};

export const giveInputs = 'Give them with --input NAME=VALUE or --inputs FILE.';

export const noConnection: ProblemText = {
  title: 'It is not said where to send',
  cause: 'A scenario names no connection.',
  nextStep: 'Add --emulator, --connection ID or --base-url URL.',
};

export const oneAddress: ProblemText = {
  title: 'One address cannot serve several APIs',
  cause: 'The scenario calls more than one API.',
  nextStep: 'Set ESIGN_<PROVIDER>_BASE_URL for each of them instead of --base-url.',
};

export function noEmulator(what: string): ProblemText {
  return {
    title: 'The emulator cannot be started',
    cause: `There is none for ${what}, or its port is taken.`,
    nextStep: 'Name a connection with --connection or --base-url.',
  };
}

export function onlyOnEmulator(workflowId: string, baseUrl: string): ProblemText {
  return {
    title: `"${workflowId}" runs on the emulator only`,
    cause: `It acts as a recipient, moves the clock or starts over, and ${baseUrl} is no emulator.`,
    nextStep: 'Nothing was sent. Add --emulator, or pass the address of a running one with --base-url.',
  };
}

export function liveExport(title: string, baseUrl: string): ProblemText {
  return {
    title: 'Live accounts are not exported to',
    cause: `${baseUrl} is a live account of ${title}, where real people get mail.`,
    nextStep: 'Leave --connection and --base-url out for the emulator, or name a test account.',
  };
}

export function noAddress(baseUrl: string, reason: string): ProblemText {
  return {
    title: 'The address cannot be used',
    cause: `${quoted(baseUrl)}: ${reason}.`,
    nextStep: 'Write https:// and a host name, without credentials, "?" and "#"; http is for this machine.',
  };
}

function quoted(baseUrl: string): string {
  return `"${withoutAccount(baseUrl)}"`;
}

export function noSuchInput(cause: string): ProblemText {
  return { title: 'There is no such input', cause, nextStep: 'Nothing was written. Correct --input, or leave it out.' };
}

export function noSuchEnvironment(id: string, known: readonly string[]): ProblemText {
  return {
    title: `There is no environment "${id}"`,
    cause: `The APIs of the scenario have ${known.join(', ')}.`,
    nextStep: 'Name one of them with --connection, or an address with --base-url.',
  };
}

export function noSuchWorkflow(workflowId: string, known: readonly string[]): ProblemText {
  return {
    title: `There is no workflow "${workflowId}"`,
    cause: `The file has ${known.join(', ')}.`,
    nextStep: 'Name one of them with --workflow.',
  };
}
