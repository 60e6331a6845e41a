import { type EnvironmentVariables, environmentName } from '../environmentName';

/** A secret of webhooks is a credential like others: it stands in the environment, and arguments name where. */
export function webhookSecret(
  env: EnvironmentVariables,
  provider: string,
  name: string | undefined,
): string | undefined {
  return ownVariable(env, name ?? environmentName(provider, 'webhookSecret'));
}

/** That somebody named: what every object has under such a name is none. */
export function ownVariable(env: EnvironmentVariables, name: string): string | undefined {
  const value: unknown = env[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
