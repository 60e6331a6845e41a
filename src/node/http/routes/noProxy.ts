import { BlockList, isIP } from 'node:net';
import { hostAndPort, spelledHost } from '../../../core/addresses/proxyAddress';
import { remembered } from '../../../core/typing/remembered';

/** Which addresses a list of exceptions sends straight to their server. */
export type NoProxy = (address: string) => boolean;

/**
 * A list as NO_PROXY has it: names (with their subdomains, whether a dot or "*." stands in front or not), ends of names
 * ("*example.com"), addresses of IPv4 and IPv6, ranges of them (CIDR) and "*" for all, each with a port or without. What is on this machine is never
 * sent through a proxy, unless the list says "<-loopback>".
 */
export function parseNoProxy(text: string): NoProxy {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  const isLoopbackSent = entries.includes('<-loopback>');
  const rules = entries.map(ruleOf).filter((rule) => rule !== undefined);
  return (address) => {
    const place = hostAndPort(address);
    if (place === undefined) return false;
    return (!isLoopbackSent && isLoopback(place.host)) || rules.some((rule) => rule(place.host, place.port));
  };
}

type Rule = (host: string, port: number) => boolean;

function ruleOf(entry: string): Rule | undefined {
  const { host, port } = partsOf(entry);
  // A port behind nothing is none of anybody's.
  if (host === '') return undefined;
  const matches = hostRule(host);
  if (matches === undefined) return undefined;
  return (name, number) => (port === undefined || port === number) && matches(name);
}

/** Square brackets tell an IPv6 address from its port; without them all of it is the address. */
function partsOf(entry: string): { readonly host: string; readonly port: number | undefined } {
  if (isIP(entry.split('/')[0] ?? '') === 6) return { host: entry, port: undefined };
  const [, bracketed, range = '', plain, port] = partsPattern.exec(entry) ?? [];
  return {
    host: bracketed === undefined ? (plain ?? entry) : bracketed + range,
    port: port === undefined ? undefined : Number(port),
  };
}

const partsPattern = /^(?:\[([^\]]*)\](\/\d+)?|([^:]*))(?::(\d+))?$/;

function hostRule(host: string): ((name: string) => boolean) | undefined {
  if (host === '*') return () => true;
  const [start = '', prefix, ...more] = host.split('/');
  if (more.length > 0) return undefined;
  const kind = isIP(start);
  if (kind !== 0) return addressRule(start, kind === 6 ? 'ipv6' : 'ipv4', prefix);
  if (/[/?#@\\:]/.test(host)) return undefined;
  const [, end] = /^\*([^.*].*)$/.exec(host) ?? [];
  if (end !== undefined) return endRule(end);
  const name = spelledHost(host.replace(/^(?:\*?\.)+/, '').replace(/\.$/, ''));
  if (name === undefined || name === '') return undefined;
  return (other) => other === name || other.endsWith(`.${name}`);
}

function endRule(end: string): ((name: string) => boolean) | undefined {
  const name = spelledHost(end.replace(/\.$/, ''));
  return name === undefined || name === '' ? undefined : (other) => other.endsWith(name);
}

function addressRule(
  start: string,
  kind: 'ipv4' | 'ipv6',
  prefix: string | undefined,
): ((name: string) => boolean) | undefined {
  // What is no number in digits may be read as one, and an empty one as all there is.
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return undefined;
  const list = new BlockList();
  try {
    if (prefix === undefined) list.addAddress(start, kind);
    else list.addSubnet(start, Number(prefix), kind);
  } catch {
    // A range that is none excludes nothing.
    return undefined;
  }
  return (name) => holds(list, name);
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const isLoopback = remembered(
  64,
  (host) => host === 'localhost' || host.endsWith('.localhost') || holds(loopback, host),
);

function holds(list: BlockList, host: string): boolean {
  const kind = isIP(host);
  return kind !== 0 && list.check(host, kind === 6 ? 'ipv6' : 'ipv4');
}
