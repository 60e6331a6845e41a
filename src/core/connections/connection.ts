import type { Environment, Provider } from '../provider';

/** The id of the connection to the built-in emulator that every provider has without set-up. */
export const emulatorConnectionId = 'emulator';

/** Where requests of one provider go. Holds no secret. */
export interface Connection {
  /** Unique among the provider's connections; what a request file names. */
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  /** Id of one of the provider's environments, `emulator`, or `custom`. */
  readonly environment: string;
  readonly environmentTitle: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** Origins outside the base URL, see Environment. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Replaces the provider's default path prefix. */
  readonly pathPrefix?: string;
  /** `{{name}}` in a request stands for these. */
  readonly variables: Readonly<Record<string, string>>;
  /** Invites sent here reach real people. */
  readonly live: boolean;
}

/** The settings form of a connection: what a user writes and shares. */
export interface ConnectionSetting {
  readonly id: string;
  readonly provider: string;
  readonly title?: string;
  /** Id of an environment; without it `baseUrl` is needed. */
  readonly environment?: string;
  readonly baseUrl?: string;
  readonly hosts?: Readonly<Record<string, string>>;
  readonly pathPrefix?: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** Documents of collections that the API cannot list, by collection id. */
  readonly pinned?: Readonly<Record<string, readonly string[]>>;
}

export function connectionOfEnvironment(provider: Provider, environment: Environment): Connection {
  return {
    id: environment.id,
    provider: provider.id,
    title: environment.title,
    environment: environment.id,
    environmentTitle: environment.title,
    baseUrl: environment.baseUrl,
    hosts: environment.hosts ?? {},
    variables: {},
    live: environment.live,
  };
}

export function emulatorConnection(provider: Pick<Provider, 'id'>, baseUrl: string): Connection {
  return {
    id: emulatorConnectionId,
    provider: provider.id,
    title: 'Emulator',
    environment: emulatorConnectionId,
    environmentTitle: 'Emulator',
    baseUrl,
    hosts: {},
    variables: {},
    live: false,
  };
}

/** The origin of an entry of `hosts`; the base URL's own origin when there is none. */
export function hostOf(connection: Connection, name: string): string {
  return connection.hosts[name] ?? new URL(connection.baseUrl).origin;
}

/** Every origin that may see the connection's secrets. */
export function originsOf(connection: Connection): readonly string[] {
  const origins = [connection.baseUrl, ...Object.values(connection.hosts)].map((url) => new URL(url).origin);
  return [...new Set(origins)];
}
