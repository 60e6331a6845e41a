import { t } from '@vscode/l10n';
import { isSecureAddress, type ProxyAddress, parseProxy } from '../../../core/addresses/proxyAddress';
import { ProxyFault } from './callRoutes';
import { parseNoProxy } from './noProxy';

/** Variables of a process. */
export type ProxyVariables = Readonly<Record<string, string | undefined>>;

export interface NamedProxy {
  readonly address: ProxyAddress;
  /** The variable that names it. */
  readonly source: string;
}

/**
 * The proxy that the environment names for an address: small letters before capitals, HTTPS_PROXY and HTTP_PROXY before
 * ALL_PROXY. Undefined where it goes straight to its server; throws ProxyFault for a proxy that cannot be one.
 */
export function environmentProxies(env: ProxyVariables): (address: string) => NamedProxy | undefined {
  const isExcepted = parseNoProxy(named(env, 'NO_PROXY')?.value ?? '');
  return (address) => {
    if (isExcepted(address)) return undefined;
    const found = named(env, isSecureAddress(address) ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? named(env, 'ALL_PROXY');
    return found && proxyOf(found);
  };
}

interface Named {
  readonly name: string;
  readonly value: string;
}

function named(env: ProxyVariables, upper: string): Named | undefined {
  const name = [upper.toLowerCase(), upper].find((one) => (env[one] ?? '').trim() !== '');
  return name === undefined ? undefined : { name, value: (env[name] ?? '').trim() };
}

function proxyOf({ name, value }: Named): NamedProxy {
  const address = parseProxy(value);
  if (address.kind === 'proxy') return { address, source: name };
  // The value may hold a password, so that it is not repeated.
  throw new ProxyFault({
    ...{ kind: 'proxyFailed', proxy: t('what is named as proxy'), source: name, fault: 'unreachable' },
    detail: address.reason,
  });
}
