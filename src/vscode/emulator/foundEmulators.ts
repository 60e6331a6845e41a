import { t } from '@vscode/l10n';
import { loopbackAddress } from '../../core/addresses/address';
import { defaultLimits } from '../../core/http';
import type { ProviderAbout } from '../../core/provider';
import { controlPath } from '../../emulator/control';
import { controlHeader } from '../../emulator/controlHeader';
import { probeEmulator } from '../../node/emulator/probeEmulator';
import { ForeseenError } from '../shell/explainError';

/** Emulators that answer: our own, or those of another process that were found on their ports. */
export interface EmulatorHandle {
  readonly attached: boolean;
  address(provider: string): string | undefined;
  answers(): Promise<boolean>;
  reset(): Promise<void>;
  advance(minutes: number): Promise<void>;
  /** Lets go of emulators of another process without stopping them. */
  stop(): Promise<void>;
}

/** The emulators of another process, when all of them answer on their ports. Loads nothing of our own emulator. */
export async function findEmulators(
  providers: readonly ProviderAbout[],
  portBase: number,
): Promise<EmulatorHandle | undefined> {
  const addresses = new Map(
    providers.flatMap(({ id, portOffset }): [string, string][] =>
      portOffset === undefined ? [] : [[id, `http://127.0.0.1:${portBase + portOffset}`]],
    ),
  );
  return (await allAnswer(addresses)) ? handleOf(addresses, true, async () => {}) : undefined;
}

type Command = 'reset' | 'advance';

type Addresses = ReadonlyMap<string, string>;

async function allAnswer(addresses: Addresses): Promise<boolean> {
  const answers = await Promise.all(
    [...addresses].map(async ([provider, address]) => (await probeEmulator(address))?.provider === provider),
  );
  return answers.every((isEmulator) => isEmulator);
}

/** They are told over their control, whichever thread or process they run in. */
export function handleOf(addresses: Addresses, attached: boolean, stop: () => Promise<void>): EmulatorHandle {
  const tell = async (command: Command, content: object): Promise<void> => {
    await Promise.all([...addresses.values()].map((address) => control(address, command, content)));
  };
  return {
    attached,
    address: (provider) => addresses.get(provider),
    answers: async () => !attached || (await allAnswer(addresses)),
    reset: () => tell('reset', {}),
    advance: (minutes) => tell('advance', { minutes }),
    stop,
  };
}

async function control(address: string, command: Command, content: object): Promise<void> {
  const { createHttpClient } = await import('../../node/http/httpClient');
  const url = loopbackAddress(address, `${controlPath}/{command}`, { command });
  if (url === undefined) throw new Error(`The emulator at ${address} cannot be told to ${command}.`);
  const request = {
    method: 'POST',
    url,
    headers: { [controlHeader]: '1', 'content-type': 'application/json' },
    body: { text: JSON.stringify(content) },
  };
  const outcome = await createHttpClient().send(request, defaultLimits);
  if (outcome.kind === 'replied' && outcome.reply.status === 200) return;
  throw new ForeseenError({
    title: notDone(address, command),
    cause: t('It gave no answer, or another one.'),
    nextStep: t('Look whether it still runs, in this window or another one, or start it again.'),
  });
}

function notDone(address: string, command: Command): string {
  return command === 'reset'
    ? t('The emulator at {0} did not reset', address)
    : t('The emulator at {0} did not advance', address);
}
