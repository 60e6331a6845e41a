import { type EnvironmentVariables, environmentName } from '../environmentName';

/** A secret of webhooks is a credential like others: it stands in the environment, and arguments name where. */
export function webhookSecret(
  env: EnvironmentVariables,
  provider: string,
  name: string | undefined,
): string | undefined {
  return env[name ?? environmentName(provider, 'webhookSecret')] || undefined;
}
