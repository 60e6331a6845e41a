import type { Connection } from '../../core/connections/connection';
import type { ConnectionTls } from '../../core/connections/connectionTls';
import type { Problem } from '../../core/problems/problem';
import type { SenderPorts } from '../../core/sending/sendSession';
import { type EnvironmentVariables, environmentName } from '../environmentName';

const files = ['caFile', 'certificateFile', 'keyFile', 'pkcs12File'] as const;

/** The certificates that the environment names for a provider: `ESIGN_<PROVIDER>_CA_FILE` and its like. */
export function environmentTls(provider: string, env: EnvironmentVariables): ConnectionTls | Problem | undefined {
  const named = files.flatMap((field) => {
    const value = env[environmentName(provider, field)]?.trim() ?? '';
    return value === '' ? [] : [[field, value]];
  });
  const name = environmentName(provider, 'checkCertificates');
  const checks = (env[name] ?? '').trim().toLowerCase();
  if (!['', 'true', 'false'].includes(checks)) {
    return { kind: 'invalidTls', connection: provider, reason: `has a ${name} that is neither "true" nor "false"` };
  }
  if (named.length === 0 && checks !== 'false') return undefined;
  return { ...Object.fromEntries(named), ...(checks === 'false' && { checkCertificates: false }) };
}

/** The passphrase of a key comes from the environment, or not at all: nobody is asked. */
export function environmentPassphrase(env: EnvironmentVariables): Pick<SenderPorts, 'tlsPassphrase'> {
  return {
    tlsPassphrase: async ({ provider }: Connection, source) =>
      source === 'known' ? env[environmentName(provider, 'certificatePassphrase')] || undefined : undefined,
  };
}
