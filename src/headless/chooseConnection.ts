import { type Connection, emulatorConnectionId } from '../core/connections/connection';
import { resolveConnection } from '../core/connections/resolveConnection';
import type { Problem } from '../core/problems/problem';
import type { Provider } from '../core/provider';
import type { EnvironmentVariables } from './environmentName';
import { environmentName } from './environmentName';
import { environmentTls } from './network/environmentTls';

export interface ConnectionWish {
  /** Of the option, otherwise of the request file. */
  readonly id: string;
  readonly baseUrl: string | undefined;
  /** `{{name}}` in the request stands for these. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** By what recipients are replaced, see ConnectionSetting. */
export const rewriteVariable = 'ESIGN_REWRITE_RECIPIENTS';

/** Without an editor a connection is one of the provider's environments, or a base URL. */
export function chooseConnection(
  provider: Provider,
  wish: ConnectionWish,
  env: EnvironmentVariables,
): Connection | Problem {
  const baseUrl = wish.baseUrl ?? (env[environmentName(provider.id, 'baseUrl')] || undefined);
  const pathPrefix = env[environmentName(provider.id, 'pathPrefix')];
  const rewriteRecipients = env[rewriteVariable];
  const { id, variables = {} } = wish;
  const tls = environmentTls(provider.id, env);
  if (tls !== undefined && 'kind' in tls) return tls;
  const setting = {
    ...{ id, provider: provider.id, variables },
    ...(pathPrefix !== undefined && { pathPrefix }),
    ...(rewriteRecipients !== undefined && { rewriteRecipients }),
    ...(tls !== undefined && { tls }),
  };
  if (baseUrl !== undefined) return resolveConnection(provider, { ...setting, baseUrl });
  if (wish.id === emulatorConnectionId && provider.emulator !== undefined) {
    return { kind: 'emulatorStopped', provider: provider.id };
  }
  if (!provider.environments.some(({ id }) => id === wish.id)) {
    return { kind: 'unknownConnection', provider: provider.id, connection: wish.id };
  }
  return resolveConnection(provider, { ...setting, environment: wish.id });
}
