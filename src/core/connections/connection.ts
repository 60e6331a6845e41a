import { t } from '@vscode/l10n';
import { originOf } from '../addresses/webAddress';
import type { Limits, Provider } from '../provider';
import type { Rewriting } from '../sending/rewriting/rewriting';
import type { ConnectionTls } from './connectionTls';

/** The id of the connection to the built-in emulator that every provider has without set-up. */
export const emulatorConnectionId = 'emulator';

/** In place of the environment's id for an address that no environment has. */
export const customEnvironmentId = 'custom';

/** Where requests of one provider go. Holds no secret. */
export interface Connection {
  /** Unique among the provider's connections; what a request file names. */
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  /** Id of one of the provider's environments, `emulatorConnectionId`, or `customEnvironmentId`. */
  readonly environment: string;
  readonly environmentTitle: string;
  /** As the module of addresses normalises it. */
  readonly baseUrl: string;
  /** Origins outside the base URL, see Environment. */
  readonly hosts: Readonly<Record<string, string>>;
  /** The base URL without the API's own path prefix, where it is written with one. */
  readonly root?: string;
  /** Replaces the provider's default path prefix. */
  readonly pathPrefix?: string;
  /** `{{name}}` in a request stands for these. */
  readonly variables: Readonly<Record<string, string>>;
  /** Invites sent here reach real people. */
  readonly live: boolean;
  /** Of its environment. */
  readonly limits?: Limits;
  readonly tls?: ConnectionTls;
  /** By what recipients are replaced when a request leaves. */
  readonly rewriting?: Rewriting;
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
  readonly tls?: ConnectionTls;
  /** Addresses of one's own in the place of recipients: `me+*@company.example`, `anna@x.example=me@y.example`, a phone number. */
  readonly rewriteRecipients?: string | readonly string[];
  /** Documents of collections that the API cannot list, by collection id. */
  readonly pinned?: Readonly<Record<string, readonly string[]>>;
}

/** What a person calls it. */
export function settingTitle({ id, title }: Pick<ConnectionSetting, 'id' | 'title'>): string {
  return title ?? id;
}

export function emulatorConnection(provider: Pick<Provider, 'id'>, baseUrl: string): Connection {
  return {
    id: emulatorConnectionId,
    provider: provider.id,
    title: t('Emulator'),
    environment: emulatorConnectionId,
    environmentTitle: t('Emulator'),
    baseUrl,
    hosts: {},
    variables: {},
    live: false,
  };
}

/**
 * The address of an entry of `hosts`. When there is none, that of the base URL with its path: a gateway, or an emulator that
 * shares its port, has all of an API below it.
 */
export function hostOf({ hosts, baseUrl, root }: Pick<Connection, 'hosts' | 'baseUrl' | 'root'>, name: string): string {
  return hosts[name] ?? root ?? baseUrl;
}

/** Every origin that may see the connection's secrets: all that is sent to. */
export function originsOf(connection: Pick<Connection, 'baseUrl' | 'hosts'>): readonly string[] {
  const origins = [connection.baseUrl, ...Object.values(connection.hosts)].map(originOf);
  return [...new Set(origins.filter((origin) => origin !== undefined))];
}

/**
 * Whom credentials are given for: the origins, and where the connection trusts an authority of its own, whoever that
 * vouches for, since an address says nothing about who answers there. `authority` is what its file holds now: the same
 * path may hold another one tomorrow.
 */
export function receiversOf(
  connection: Pick<Connection, 'baseUrl' | 'hosts' | 'tls'>,
  authority?: string,
): readonly string[] {
  const { caFile } = connection.tls ?? {};
  const print = authority === undefined ? '' : ` (SHA-256 ${authority})`;
  const trusted = caFile === undefined ? [] : [`${holderOf}${caFile}${print}`];
  return [...originsOf(connection), ...trusted];
}

/** Part of what is kept with credentials, and so the same in all languages. */
const holderOf = 'whoever has a certificate of ';

/** How somebody whom credentials are given for is called to a person. */
export function receiverName(receiver: string): string {
  if (!receiver.startsWith(holderOf)) return receiver;
  return t('whoever has a certificate of {0}', receiver.slice(holderOf.length));
}
