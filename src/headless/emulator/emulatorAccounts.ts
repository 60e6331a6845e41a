import type { Credentials } from '../../core/auth';
import type { RunningEmulator, RunningEmulators } from '../../node/emulator/runningEmulators';
import { environmentName } from '../environmentName';

export interface EmulatorAccount {
  readonly baseUrl: string;
  readonly credentials: Credentials;
}

/** Where each provider's emulator listens, and its demo account. */
export function emulatorAccounts({ servers }: RunningEmulators): Readonly<Record<string, EmulatorAccount>> {
  return Object.fromEntries(servers.map(({ provider, baseUrl, credentials }) => [provider, { baseUrl, credentials }]));
}

/** The environment variables with which requests find an emulator and its demo account. */
export function emulatorVariables({
  provider,
  baseUrl,
  credentials,
}: Pick<RunningEmulator, 'provider' | 'baseUrl' | 'credentials'>): Readonly<Record<string, string>> {
  const fields = Object.entries({ baseUrl, ...credentials });
  return Object.fromEntries(fields.map(([field, value]) => [environmentName(provider, field), value]));
}
