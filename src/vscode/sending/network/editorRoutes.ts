import http from 'node:http';
import https from 'node:https';
import { isSecureAddress } from '../../../core/addresses/proxyAddress';
import type { TlsMaterial } from '../../../core/connections/connectionTls';
import { agentOptions, materialKey } from '../../../node/http/routes/agentOptions';
import type { CallRoute, CallRoutes } from '../../../node/http/routes/callRoutes';
import { watchProxies } from './watchProxies';

export interface EditorNetwork {
  /** The setting `http.proxySupport`. */
  proxySupport(): string;
  /** What names the proxy, for a person who has to change it. */
  proxySource(): string;
  /** The header that is kept for a proxy which asks for an account. */
  proxyAuthorization?(proxy: string): Promise<string | undefined>;
  /** Calls will go the way of the settings. */
  onRoute?(): void;
}

/**
 * The ways that VS Code decides: it puts an agent of its own in the place of every other one, which asks the settings,
 * the environment and the system for a proxy. That agent lives for one request, and its connections with it; ours is
 * one of them that is kept, so that connections are kept as well.
 */
export class EditorRoutes implements CallRoutes {
  readonly #network: EditorNetwork;
  readonly #agents = new Map<string, http.Agent>();

  constructor(network: EditorNetwork) {
    this.#network = network;
  }

  async routeOf(address: string, material: TlsMaterial | undefined): Promise<CallRoute> {
    // Plain http is on this machine.
    if (!isSecureAddress(address)) return {};
    const key = materialKey(material);
    const agent = this.#agents.get(key) ?? this.#agentFor(material);
    this.#agents.set(key, agent);
    return { agent };
  }

  /** Settings have changed: connections that stand serve nobody any more. */
  forget(): void {
    this.#agents.clear();
  }

  #agentFor(material: TlsMaterial | undefined): http.Agent {
    const options = agentOptions(material);
    const direct = new https.Agent(options);
    // With "on", whoever brings an agent is taken to know the way.
    const chosen = chosenInPlaceOf(this.#network.proxySupport() === 'on' ? undefined : direct);
    if (chosen === undefined || chosen === direct || chosen === https.globalAgent) return direct;
    // Its options go before those of each request.
    const { options: own } = chosen as { readonly options?: object };
    Object.assign(own ?? {}, options);
    Object.assign(chosen, { keepAlive: true });
    // A proxy of https is checked as well, whatever the environment says.
    const { opts = {} } = chosen as { readonly opts?: ProxyOptions };
    Object.assign(opts, { rejectUnauthorized: true, ...this.#withAccounts(opts) });
    this.#network.onRoute?.();
    watchProxies(chosen, () => this.#network.proxySource());
    return chosen;
  }

  /** What is kept is tried first; one that the proxy does not take is for VS Code to ask about. */
  #withAccounts({ lookupProxyAuthorization: ask }: ProxyOptions): ProxyOptions {
    if (ask === undefined) return {};
    return {
      lookupProxyAuthorization: async (proxy, authenticate, state) => {
        const kept = authenticate === undefined ? await this.#network.proxyAuthorization?.(proxy) : undefined;
        return kept ?? ask(proxy, authenticate, state);
      },
    };
  }
}

/** What VS Code's agent makes connections to proxies with. */
interface ProxyOptions {
  readonly lookupProxyAuthorization?: Lookup;
}

/** Asked before a tunnel, and once more with what the proxy said where it refused. */
type Lookup = (proxy: string, authenticate: unknown, state: unknown) => Promise<string | undefined>;

/** The agent that a request is given, seen at one that goes nowhere: its host name is never looked up. */
function chosenInPlaceOf(agent: https.Agent | undefined): http.Agent | undefined {
  const request = https.request({
    hostname: 'localhost',
    lookup: (_name, _options, done) => done(new Error('It goes nowhere.'), '', 4),
    ...(agent && { agent }),
  });
  request.on('error', () => {});
  request.destroy();
  const { agent: chosen } = request as { readonly agent?: unknown };
  return chosen instanceof http.Agent ? chosen : undefined;
}
