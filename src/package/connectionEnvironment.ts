import type { Provider } from '../core/provider';
import { type EnvironmentVariables, environmentName } from '../headless/environmentName';
import { packageRegistry } from './packageRegistry';
import type { ClientConnection, ClientConnections } from './types/client.js';

/*
 * What a program says of a connection takes the place of what the environment says of that provider.
 */

/** With credentials of its own a connection is given none of the environment's: those may be of another account. */
export function environmentOf(
  provider: Provider,
  connection: ClientConnection,
  env: EnvironmentVariables,
): EnvironmentVariables {
  const { credentials, pathPrefix } = connection;
  const fields = provider.auth.kinds.flatMap((kind) => Object.keys(kind.fields.shape));
  const withheld = credentials === undefined ? [] : fields.map((field) => [field, undefined] as const);
  const said = {
    baseUrl: 'baseUrl' in connection ? connection.baseUrl : undefined,
    ...(pathPrefix !== undefined && { pathPrefix }),
    ...Object.fromEntries(withheld),
    ...credentials,
  };
  const named = Object.entries(said).map(([field, value]) => [environmentName(provider.id, field), value] as const);
  return { ...env, ...Object.fromEntries(named) };
}

/** With all of these connections. */
export async function environmentFor(
  connections: ClientConnections,
  env: EnvironmentVariables,
): Promise<EnvironmentVariables> {
  let all = env;
  for (const id of packageRegistry.ids) {
    const connection = connections[id];
    const provider = connection && (await packageRegistry.provider(id));
    if (connection && provider) all = environmentOf(provider, connection, all);
  }
  return all;
}

/** Ids of the environments that are named, by provider. */
export function environmentIds(connections: ClientConnections): Readonly<Record<string, string>> {
  const named = packageRegistry.ids.flatMap((id) => {
    const connection = connections[id];
    return connection !== undefined && 'environment' in connection ? [[id, connection.environment] as const] : [];
  });
  return Object.fromEntries(named);
}
