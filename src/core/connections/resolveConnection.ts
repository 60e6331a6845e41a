import type { Problem } from '../problem';
import type { Provider } from '../provider';
import type { Connection, ConnectionSetting } from './connection';

/** What a setting stands for, or what is wrong with it. */
export function resolveConnection(provider: Provider, setting: ConnectionSetting): Connection | Problem {
  const environment = provider.environments.find(({ id }) => id === setting.environment);
  const baseUrl = setting.baseUrl ?? environment?.baseUrl;
  if (baseUrl === undefined) {
    return { kind: 'invalidBaseUrl', baseUrl: '', reason: `connection "${setting.id}" names no known environment` };
  }
  const isOwnAddress = baseUrl !== environment?.baseUrl;
  // Other hosts of an environment belong to its own base URL: a changed one must not be joined with them.
  const hosts = { ...(isOwnAddress ? {} : environment?.hosts), ...setting.hosts };
  for (const address of [baseUrl, ...Object.values(hosts)]) {
    const reason = checkBaseUrl(address);
    if (reason !== undefined) return { kind: 'invalidBaseUrl', baseUrl: address, reason };
  }
  return {
    id: setting.id,
    provider: provider.id,
    title: setting.title ?? setting.id,
    environment: isOwnAddress ? 'custom' : (environment?.id ?? 'custom'),
    environmentTitle: isOwnAddress ? 'Custom' : (environment?.title ?? 'Custom'),
    baseUrl: baseUrl.replace(/\/+$/, ''),
    hosts,
    ...(setting.pathPrefix !== undefined && { pathPrefix: setting.pathPrefix }),
    variables: setting.variables ?? {},
    // An address nobody knows may be production: it is treated as such unless it is this machine.
    live: isOwnAddress ? !isLoopback(new URL(baseUrl).hostname) : (environment?.live ?? true),
  };
}

/** Why an address cannot be a base URL, undefined when it can. */
export function checkBaseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return 'it is not a URL';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'only http and https are possible; begin with https://';
  if (url.username !== '' || url.password !== '') return 'credentials do not belong into an address';
  if (url.search !== '' || url.hash !== '') return 'it must end before "?" and "#"';
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return 'http is only allowed for this machine; use https';
  return undefined;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
