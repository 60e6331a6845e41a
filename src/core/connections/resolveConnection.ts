import { t } from '@vscode/l10n';
import { type BaseUrl, parseBaseUrl } from '../addresses/baseUrl';
import { parsePathPrefix, withoutPrefix } from '../addresses/pathPrefix';
import type { Problem } from '../problems/problem';
import type { Environment, Provider } from '../provider';
import { readRewriting } from '../sending/rewriting/rewriting';
import { type Connection, type ConnectionSetting, customEnvironmentId, settingTitle } from './connection';
import { faultOfTls } from './connectionTls';
import { unknownOrigins } from './unknownOrigins';

/** What a setting stands for, or what is wrong with it. */
export function resolveConnection(provider: Provider, setting: ConnectionSetting): Connection | Problem {
  const known = provider.environments.find(({ id }) => id === setting.environment);
  const text = setting.baseUrl ?? known?.baseUrl;
  if (text === undefined) {
    return {
      kind: 'invalidBaseUrl',
      baseUrl: '',
      reason: t('connection "{0}" names no known environment', settingTitle(setting)),
    };
  }
  const base = readBaseUrl(text);
  if (base.kind !== 'baseUrl') return base;
  const environment = isAddressOf(known, base) ? known : undefined;
  // Other hosts of an environment belong to its own base URL: a changed one must not be joined with them.
  const hosts = readHosts({ ...environment?.hosts, ...setting.hosts });
  if (hosts.kind !== 'hosts') return hosts;
  const live = isLive(environment, { baseUrl: base.url, hosts: hosts.hosts });
  const fault = setting.tls && faultOfTls(setting.tls, live);
  if (fault !== undefined) return { kind: 'invalidTls', connection: settingTitle(setting), reason: fault };
  const wishes = readWishes(setting);
  if ('kind' in wishes) return wishes;
  return {
    id: setting.id,
    provider: provider.id,
    title: settingTitle(setting),
    environment: environment?.id ?? customEnvironmentId,
    environmentTitle: environment?.title ?? t('Custom'),
    baseUrl: base.url,
    hosts: hosts.hosts,
    ...rootOf(provider, base),
    ...wishes,
    variables: setting.variables ?? {},
    live,
    ...(environment?.limits !== undefined && { limits: environment.limits }),
    ...(setting.tls !== undefined && { tls: setting.tls }),
  };
}

function rootOf({ pathPrefix }: Provider, { url }: BaseUrl): Pick<Connection, 'root'> {
  const root = withoutPrefix(url, pathPrefix?.known ?? []);
  return root === url ? {} : { root };
}

function isLive(environment: Environment | undefined, addresses: Pick<Connection, 'baseUrl' | 'hosts'>): boolean {
  return environment?.live === true || unknownOrigins(environment, addresses).length > 0;
}

function readWishes(setting: ConnectionSetting): Pick<Connection, 'pathPrefix' | 'rewriting'> | Problem {
  const start = setting.pathPrefix === undefined ? undefined : parsePathPrefix(setting.pathPrefix);
  if (start?.kind === 'refused') {
    return { kind: 'invalidPathPrefix', pathPrefix: setting.pathPrefix ?? '', reason: start.reason };
  }
  const read = readRewriting(setting.rewriteRecipients);
  if (read.kind === 'refused') return { kind: 'invalidRewriting', entry: read.entry, reason: read.reason };
  return {
    ...(start !== undefined && { pathPrefix: start.prefix }),
    ...(read.rewriting !== undefined && { rewriting: read.rewriting }),
  };
}

function isAddressOf(environment: Environment | undefined, { url }: BaseUrl): boolean {
  if (environment === undefined) return false;
  const own = parseBaseUrl(environment.baseUrl);
  return own.kind === 'baseUrl' && own.url === url;
}

type InvalidBaseUrl = Extract<Problem, { readonly kind: 'invalidBaseUrl' }>;

function readBaseUrl(text: string): BaseUrl | InvalidBaseUrl {
  const parsed = parseBaseUrl(text);
  return parsed.kind === 'baseUrl' ? parsed : { kind: 'invalidBaseUrl', baseUrl: text, reason: parsed.reason };
}

function readHosts(
  hosts: Readonly<Record<string, string>>,
): { readonly kind: 'hosts'; readonly hosts: Readonly<Record<string, string>> } | InvalidBaseUrl {
  const read: [string, string][] = [];
  for (const [name, text] of Object.entries(hosts)) {
    const parsed = readBaseUrl(text);
    if (parsed.kind !== 'baseUrl') return parsed;
    read.push([name, parsed.url]);
  }
  return { kind: 'hosts', hosts: Object.fromEntries(read) };
}
