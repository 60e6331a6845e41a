import https from 'node:https';
import type { TlsMaterial } from '../../../core/connections/connectionTls';
import { agentOptions, materialKey } from './agentOptions';
import type { CallRoute, CallRoutes } from './callRoutes';

/** Straight to the server. */
export function directRoutes(): CallRoutes {
  const agents = new Map<string, https.Agent>();
  return {
    routeOf: async (address: string, material: TlsMaterial | undefined): Promise<CallRoute> => {
      if (!/^https:/i.test(address)) return {};
      const key = materialKey(material);
      const agent = agents.get(key) ?? new https.Agent(agentOptions(material));
      agents.set(key, agent);
      return { agent };
    },
  };
}
