import { t } from '@vscode/l10n';
import type { ProblemText } from '../../../protocol/reply';

/* Why a workflow did not start in the editor. */

const change = () => t('Run "E-Sign: Choose Connection for Scenarios…" to choose another one.');

export function onlyOnEmulator(workflowId: string, connection: string): ProblemText {
  return {
    title: t('"{0}" runs on the emulator only', workflowId),
    cause: t('It acts as a recipient, moves the clock or starts over, and "{0}" is no emulator.', connection),
    nextStep: `${t('Nothing was sent. Run it with the profile "Run on Emulator".')} ${change()}`,
  };
}

export function noEmulator(what: string): ProblemText {
  return {
    title: t('The emulator cannot be started'),
    cause: t('There is none for {0}, or its port is taken.', what),
    nextStep: change(),
  };
}

export function noConnection(provider: string): ProblemText {
  return {
    title: t('{0} has no connection', provider),
    cause: t('A scenario names no connection: it runs on one of those that are configured.'),
    nextStep: t('Run "E-Sign: Add Connection…".'),
  };
}

export const gaveUp = (): ProblemText => ({
  title: t('Not started'),
  cause: t('No connection was chosen.'),
  nextStep: t('Run it again to choose one.'),
});

export const withoutInput = (): ProblemText => ({
  title: t('Not started'),
  cause: t('An input was not given.'),
  nextStep: t(
    'Run it again, or write a default for the input into the file, or a variable of its name into esign.env.json.',
  ),
});

export const giveInputs = (): string =>
  t(
    'Run it again to give others, or write what fits into the file, or into esign.env.json where a variable gives the input.',
  );

export const declined = (): ProblemText => ({
  title: t('Not started'),
  cause: t('It was not agreed to. Nothing of it was sent.'),
  nextStep: t('Run it again to be asked again.'),
});
