import { isIP } from 'node:net';
import { bracketed, namedHost } from '../../core/addresses/namedHost';
import { publicBase, webUrl, withoutAccount } from '../../core/addresses/webAddress';
import { quotable } from '../../core/quoting/oneLine';
import { remembered } from '../../core/typing/remembered';
import { certificateProblem, certificateRemark, type ServerCertificate } from '../http/certificates/serverCertificate';

/** From where a server is reached. Without anything: from this machine alone. */
export interface ServerReach {
  /** The address that it listens at. */
  readonly host?: string | undefined;
  /** Names that may stand in `Host`, with or without a port, beside those of loopback. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** What links and payloads carry, where something stands in front of it. */
  readonly publicUrl?: string | undefined;
  readonly tls?: ServerCertificate | undefined;
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

export function admissionOf({ host, allowedHosts = [], publicUrl, tls }: ServerReach): Admission {
  const url = publicUrl === undefined ? undefined : webUrl(publicUrl);
  // The one address that it is told to listen at is the one under which it is announced.
  const own = host === undefined || isEverywhere(host) ? [] : [host];
  const hosts = [...own, ...allowedHosts, ...(url === undefined ? [] : [url.host])];
  return {
    scheme: tls === undefined ? 'http' : 'https',
    hosts: new Set(hosts.flatMap(admitted)),
    publicUrl: publicUrl === undefined ? undefined : publicBase(publicUrl),
    publicOrigin: url?.origin,
  };
}

/** As it stands in an address of this machine: who listens everywhere is reached here. */
export function reachableHost(host = '127.0.0.1'): string {
  return isEverywhere(host) ? '127.0.0.1' : bracketed(host);
}

function isEverywhere(host: string): boolean {
  const named = namedHost(host);
  return named.kind === 'host' && (named.name === '0.0.0.0' || named.name === '[::]');
}

/** Why a server cannot be reached so; undefined when it can. */
export function reachProblem({ host, allowedHosts = [], publicUrl, tls }: ServerReach): string | undefined {
  if (host !== undefined && !isListenable(host)) {
    return `A server listens at an address of this machine without a port, such as 0.0.0.0 for all, not at ${quoted(host)}.`;
  }
  if (publicUrl !== undefined) {
    if (publicBase(publicUrl) === undefined)
      return `The public URL must be http://… or https://… without query, account and blanks, not ${quoted(withoutAccount(publicUrl))}.`;
  }
  const odd = oddHost(allowedHosts);
  if (odd !== undefined) return `An allowed host is a name, with a port or without one, not ${odd}.`;
  return tls === undefined ? undefined : certificateProblem(tls);
}

/** What those who ask will find wrong, although a server can be reached so. */
export function reachRemark({ tls }: ServerReach): string | undefined {
  return tls === undefined ? undefined : certificateRemark(tls, Date.now());
}

/** Why webhooks cannot be delivered to such hosts; undefined when they can. */
export function destinationProblem(hosts: readonly string[]): string | undefined {
  const odd = oddHost(hosts);
  return odd === undefined ? undefined : `Webhooks go to hosts by name, with a port or without one, not to ${odd}.`;
}

function isListenable(host: string): boolean {
  if (isIP(host) !== 0) return true;
  const named = namedHost(host);
  return named.kind === 'host' && named.port === undefined && !host.startsWith('[');
}

/** The first that is none, and why. */
function oddHost(hosts: readonly string[]): string | undefined {
  for (const text of hosts) {
    const named = namedHost(text.trim());
    if (named.kind === 'refused') return `${quoted(text)}: ${named.reason}`;
  }
  return undefined;
}

function quoted(text: string): string {
  return `"${quotable(text, 200)}"`;
}

/** With its port, or without one for any. Nothing that is no host comes so far. */
function admitted(text: string): readonly string[] {
  const { name, port } = hostNamed(text.trim());
  if (name === undefined) return [];
  return [port === undefined ? name : `${name}:${port}`];
}

/** A host that asks may spell itself in any way, and leaves out the port that is usual. */
export function isAdmitted(host: string, { hosts }: Admission): boolean {
  // Letters beyond those come from no client, which spells them in others.
  if (hosts.size === 0 || !/^[!-~]+$/.test(host)) return false;
  const { name, port } = hostNamed(host);
  if (name === undefined) return false;
  const ports = port === undefined ? usualPorts : [port];
  return hosts.has(name) || ports.some((one) => hosts.has(`${name}:${one}`));
}

/** Of a server, and of what stands in front of it with TLS. */
const usualPorts = [80, 443];

const hostNamed: (text: string) => { readonly name?: string; readonly port?: number | undefined } = remembered(
  64,
  (text) => {
    const named = namedHost(text);
    return named.kind === 'refused' ? {} : { name: named.name.replace(/\.$/, ''), port: named.port };
  },
);
