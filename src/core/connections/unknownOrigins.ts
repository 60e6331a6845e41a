import { parseBaseUrl } from '../addresses/baseUrl';
import { originOf } from '../addresses/webAddress';
import type { Environment } from '../provider';
import type { Connection } from './connection';

/**
 * The addresses of a connection that neither its environment has nor this machine: nobody knows what they are, and they
 * may be production. A call may go to one of the hosts alone.
 */
export function unknownOrigins(
  environment: Environment | undefined,
  { baseUrl, hosts }: Pick<Connection, 'baseUrl' | 'hosts'>,
): readonly string[] {
  const known = environment && [environment.baseUrl, ...Object.values(environment.hosts ?? {})].map(originOf);
  const isUnknown = (address: string) => {
    const parsed = parseBaseUrl(address);
    return parsed.kind === 'refused' || !(parsed.isLoopback || known?.includes(parsed.origin));
  };
  const found = [baseUrl, ...Object.values(hosts)].filter(isUnknown);
  return [...new Set(found.map((address) => originOf(address) ?? address))];
}
