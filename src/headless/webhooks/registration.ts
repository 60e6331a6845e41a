import { type Connection, customEnvironmentId } from '../../core/connections/connection';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import type { DoorPorts } from '../../core/sending/ports';
import { SendSession } from '../../core/sending/sendSession';
import { doorCall } from '../../core/webhooks/registering/doorCall';
import type { WebhookEndpoint } from '../../core/webhooks/registering/endpoint';
import { type Registration, registerEndpoint } from '../../core/webhooks/registering/registerEndpoint';
import { registrationText } from '../../core/webhooks/registering/registrationQuestion';
import { chooseConnection } from '../chooseConnection';
import { environmentCredentials } from '../environmentCredentials';
import { environmentPassphrase } from '../network/environmentTls';
import { headlessMachine } from '../network/headlessMachine';
import type { Workplace } from '../workplace';

export interface RegistrationWish {
  readonly provider: Provider;
  readonly endpoint: WebhookEndpoint;
  readonly url: string;
  readonly secret: string;
  /** One of the provider's environments. */
  readonly connection: string | undefined;
  readonly baseUrl: string | undefined;
}

export interface PreparedRegistration {
  /** What somebody agrees to before `register`. */
  readonly question: { readonly title: string; readonly detail: string };
  register(signal: AbortSignal): Promise<Registration>;
}

/** Registers an address for the account of the environment's credentials. Nothing is sent before `register`. */
export function prepareRegistration(workplace: Workplace, wish: RegistrationWish): PreparedRegistration | Problem {
  const { provider, endpoint, url, secret, baseUrl } = wish;
  const { env } = workplace;
  const id = wish.connection ?? customEnvironmentId;
  const connection = chooseConnection(provider, { id, baseUrl }, env);
  if ('kind' in connection) return connection;
  const [operation] = provider.operations.filter(({ authorization = 'token' }) => authorization === 'token');
  const found = operation === undefined ? undefined : environmentCredentials(provider, operation, env);
  if (found?.kind === 'missing')
    return { kind: 'missingCredentials', provider: provider.id, connection: connection.id, names: found.names };
  if (found?.kind === 'malformed') return { kind: 'malformedCredential', name: found.name, reason: found.reason };
  const credentials = found?.kind === 'found' ? found.credentials : undefined;
  const ports = portsOf(workplace, provider, connection);
  return {
    question: registrationText({ provider, connection, endpoint, url, credentials }),
    register: (signal) => {
      const calls = { connection: connection.id, cause: 'commandLine' } as const;
      return registerEndpoint(
        endpoint,
        { url, secret, isLive: connection.live },
        { register: doorCall(ports, { ...calls, signal }), remove: doorCall(ports, calls) },
      );
    },
  };
}

/** The door asks about each call what was agreed to for all of them: they go to one account, and to nobody else. */
function portsOf(workplace: Workplace, provider: Provider, connection: Connection): DoorPorts {
  const { env, registry } = workplace;
  return {
    ...new SendSession(headlessMachine(workplace)).ports({
      credentials: async (target) => environmentCredentials(target.provider, target.operation, env),
      ask: async () => true,
      ...environmentPassphrase(env),
      readFile: async () => ({ kind: 'unreadable', reason: 'no file is sent here' }),
    }),
    operation: (id) => registry.operation(id),
    connection: async (wanted) =>
      wanted.id === provider.id
        ? connection
        : { kind: 'unknownConnection', provider: wanted.id, connection: connection.id },
  };
}
