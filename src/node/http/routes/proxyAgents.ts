import { once } from 'node:events';
import type http from 'node:http';
import { TLSSocket } from 'node:tls';
import { t } from '@vscode/l10n';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';
import { isSocks } from '../../../core/addresses/proxyAddress';
import type { TlsMaterial } from '../../../core/connections/connectionTls';
import type { ProxyFailure } from '../../../core/http';
import { errorCode } from '../../../core/typing/errorCode';
import { currentNotes } from '../callNotes';
import { httpFailureOf } from '../httpFailure';
import { refusals } from '../proxyRefusal';
import { agentOptions } from './agentOptions';
import { ProxyFault } from './callRoutes';
import type { NamedProxy } from './environmentProxies';

/** What carries calls through a proxy, and keeps its connections for the next call. */
export function proxyAgent(proxy: NamedProxy, isSecure: boolean, material: TlsMaterial | undefined): http.Agent {
  const agent = isSocks(proxy.address)
    ? new SocksAgent(proxy)
    : isSecure
      ? new TunnelAgent(proxy)
      : new ForwardingAgent(proxy);
  // For the server alone: a proxy is shown no certificate of the connection.
  Object.assign(agent.options, agentOptions(material));
  return agent;
}

/** A proxy of https is checked as well, whatever the environment says: it gets the credentials that are meant for it. */
const kept = { keepAlive: true, rejectUnauthorized: true };

/** Asks the proxy for a tunnel (CONNECT). What it answers instead of one is a fault, never a reply. */
class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #proxy: NamedProxy;

  constructor(proxy: NamedProxy) {
    super(proxy.address.url, kept);
    this.#proxy = proxy;
  }

  override async connect(...[request, options]: Parameters<HttpsProxyAgent<string>['connect']>) {
    let answer: ConnectAnswer | undefined;
    request.once('proxyConnect', (connect: ConnectAnswer) => {
      answer = connect;
    });
    const socket = await orFault(this.#proxy, () =>
      whileWanted(request, (signal) => {
        this.connectOpts = withSignal(this.connectOpts, signal);
        return super.connect(request, options);
      }),
    );
    if (answer === undefined || answer.statusCode === 200) return socket;
    socket.destroy();
    throw noted(refusal(this.#proxy, answer.statusCode));
  }
}

interface ConnectAnswer {
  readonly statusCode: number;
}

/** Hands plain http to the proxy. */
class ForwardingAgent extends HttpProxyAgent<string> {
  readonly #proxy: NamedProxy;

  constructor(proxy: NamedProxy) {
    super(proxy.address.url, kept);
    this.#proxy = proxy;
  }

  override async connect(...[request, options]: Parameters<HttpProxyAgent<string>['connect']>) {
    return orFault(this.#proxy, () =>
      whileWanted(request, async (signal) => {
        this.connectOpts = withSignal(this.connectOpts, signal);
        const socket = await super.connect(request, options);
        // What is wrong with a proxy of https would be taken for the server's.
        if (socket instanceof TLSSocket && !socket.authorized) await once(socket, 'secureConnect', { signal });
        return socket;
      }),
    );
  }
}

class SocksAgent extends SocksProxyAgent {
  readonly #proxy: NamedProxy;

  constructor(proxy: NamedProxy) {
    super(proxy.address.url, kept);
    this.#proxy = proxy;
    // An address of IPv6 is one without its brackets.
    if (this.proxy.host !== undefined) this.proxy.host = this.proxy.host.replace(/^\[|\]$/g, '');
  }

  override async connect(...[request, options]: Parameters<SocksProxyAgent['connect']>) {
    return orFault(this.#proxy, () => super.connect(request, options));
  }
}

/** Of all tries to connect, the one at hand. */
function withSignal<Options extends object>(options: Options, signal: AbortSignal): Options {
  return { ...options, signal };
}

/** Ends a try to connect when nobody waits for it any more: the library would go on. */
async function whileWanted<Result>(
  request: http.ClientRequest,
  connect: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  request.once('close', stop);
  try {
    return await connect(controller.signal);
  } finally {
    request.off('close', stop);
  }
}

async function orFault<Result>(proxy: NamedProxy, connect: () => Promise<Result>): Promise<Result> {
  try {
    return await connect();
  } catch (error: unknown) {
    throw noted(faultOf(proxy, error), error);
  }
}

/** The error itself is lost on its way through the HTTP library. */
function noted(failure: ProxyFailure, cause?: unknown): ProxyFault {
  const notes = currentNotes();
  if (notes !== undefined) notes.fault = failure;
  return new ProxyFault(failure, cause);
}

function faultOf(proxy: NamedProxy, error: unknown): ProxyFailure {
  const message = error instanceof Error ? error.message : '';
  const code = errorCode(error) ?? /\bE[A-Z]{4,}\b/.exec(message)?.[0];
  const failure = { kind: 'proxyFailed', proxy: proxy.address.shown, source: proxy.source } as const;
  if (/authentication|rejected connection|no acceptable/i.test(message)) {
    return { ...failure, fault: 'refused', detail: socksRefusal(message) };
  }
  const hasEnded =
    /ended before|socket closed|No header received/i.test(message) || /^(ECONNRESET|EPIPE)$/.test(code ?? '');
  if (hasEnded) return { ...failure, fault: 'ended', detail: t('it ended the connection before it answered') };
  const detail = details[code ?? '']?.() ?? untrusted(error) ?? t('no connection to it could be made');
  return { ...failure, fault: 'unreachable', detail, ...(code !== undefined && { code }) };
}

/** Of a proxy that is reached by https. */
function untrusted(error: unknown): string | undefined {
  const { kind, code } = httpFailureOf(error) as { readonly kind: string; readonly code: string };
  return kind === 'untrustedCertificate' ? t('its own certificate is not trusted here ({0})', code) : undefined;
}

function socksRefusal(message: string): string {
  return /authentication|no acceptable/i.test(message)
    ? t('it does not take the user name and password, or asks for them')
    : t('it does not connect to this host');
}

const details: Readonly<Record<string, () => string>> = {
  ECONNREFUSED: () => t('nothing listens at its address (ECONNREFUSED)'),
  ENOTFOUND: () => t('its host name is not known (ENOTFOUND)'),
  EAI_AGAIN: () => t('its host name could not be looked up (EAI_AGAIN)'),
  ETIMEDOUT: () => t('it was not reached in time (ETIMEDOUT)'),
  EHOSTUNREACH: () => t('there is no route to it (EHOSTUNREACH)'),
};

function refusal({ address, source }: NamedProxy, status: number): ProxyFailure {
  const detail = refusals[status]?.() ?? t('it does not connect to this host');
  return { kind: 'proxyFailed', proxy: address.shown, source, fault: 'refused', status, detail };
}
