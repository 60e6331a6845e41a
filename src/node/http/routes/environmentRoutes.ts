import type http from 'node:http';
import { isSecureAddress } from '../../../core/addresses/proxyAddress';
import type { TlsMaterial } from '../../../core/connections/connectionTls';
import { materialKey } from './agentOptions';
import type { CallRoute, CallRoutes } from './callRoutes';
import { directRoutes } from './directRoutes';
import { environmentProxies, type NamedProxy, type ProxyVariables } from './environmentProxies';

/** The ways that the environment names. What carries calls through proxies is loaded when there is one. */
export function environmentRoutes(env: ProxyVariables): CallRoutes {
  const direct = directRoutes();
  const proxyFor = environmentProxies(env);
  const agents = new Map<string, http.Agent>();
  return {
    routeOf: async (address: string, material: TlsMaterial | undefined): Promise<CallRoute> => {
      const proxy = proxyFor(address);
      if (proxy === undefined) return direct.routeOf(address, material);
      const key = [isSecureAddress(address), proxy.address.url.href, materialKey(material)].join(' ');
      const agent = agents.get(key) ?? (await agentThrough(proxy, address, material));
      agents.set(key, agent);
      return { agent, proxy: { proxy: proxy.address.shown, source: proxy.source } };
    },
  };
}

async function agentThrough(
  proxy: NamedProxy,
  address: string,
  material: TlsMaterial | undefined,
): Promise<http.Agent> {
  const { proxyAgent } = await import('./proxyAgents');
  return proxyAgent(proxy, isSecureAddress(address), material);
}
