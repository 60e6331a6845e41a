import { parseBaseUrl } from '../../core/addresses/baseUrl';
import { webUrl } from '../../core/addresses/webAddress';

/** From where a server is reached. Without anything: from this machine alone. */
export interface ServerReach {
  /** The address that it listens at. */
  readonly host?: string | undefined;
  /** Names that may stand in `Host`, with or without a port, beside those of loopback. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** What links and payloads carry, where something stands in front of it. */
  readonly publicUrl?: string | undefined;
  /** PEM. */
  readonly tls?: { readonly cert: string | Uint8Array; readonly key: string | Uint8Array } | undefined;
}

/** Who may speak to a server, and under which address it is known. */
export interface Admission {
  readonly scheme: 'http' | 'https';
  readonly hosts: ReadonlySet<string>;
  /** Without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly publicOrigin: string | undefined;
}

export const loopbackOnly: Admission = {
  scheme: 'http',
  hosts: new Set(),
  publicUrl: undefined,
  publicOrigin: undefined,
};

export function admissionOf({ allowedHosts = [], publicUrl, tls }: ServerReach): Admission {
  const url = publicUrl === undefined ? undefined : webUrl(publicUrl);
  const base = publicUrl === undefined ? undefined : parseBaseUrl(publicUrl);
  const hosts = [...allowedHosts, ...(url === undefined ? [] : [url.host])];
  return {
    scheme: tls === undefined ? 'http' : 'https',
    hosts: new Set(hosts.map((host) => host.trim().toLowerCase())),
    publicUrl: base === undefined || base.kind === 'refused' ? undefined : base.url,
    publicOrigin: url?.origin,
  };
}

/** As it stands in an address of this machine: who listens everywhere is reached here. */
export function reachableHost(host = '127.0.0.1'): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** Why a server cannot be reached so; undefined when it can. */
export function reachProblem({ allowedHosts = [], publicUrl }: ServerReach): string | undefined {
  if (publicUrl !== undefined) {
    const url = webUrl(publicUrl);
    if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
      return `The public URL must be http://… or https://… without query and account, not "${publicUrl}".`;
  }
  const odd = allowedHosts.find((host) => !/^[a-z0-9.\-_[\]:]{1,255}$/i.test(host.trim()));
  return odd === undefined ? undefined : `An allowed host is a name, with a port or without one, not "${odd}".`;
}
