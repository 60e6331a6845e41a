import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { t } from '@vscode/l10n';
import { isSecureAddress } from '../../core/addresses/proxyAddress';
import type { TlsMaterial } from '../../core/connections/connectionTls';
import type { DiagnosisPorts } from '../../core/diagnosis/diagnose';
import type { CertificateFacts, NetworkLook } from '../../core/diagnosis/diagnosis';
import type { HttpFailure } from '../../core/http';
import { callFailure } from './callFailure';
import { CallNotes } from './callNotes';
import { httpFailureOf } from './httpFailure';
import type { CallRoutes } from './routes/callRoutes';

/**
 * Goes the way that a call to an address would go, up to the secure connection, and sends nothing. Certificates are
 * judged when the connection stands, so that the chain of one that is not trusted can be shown.
 */
export function networkLook(routes: CallRoutes, timeoutMs: number): DiagnosisPorts['look'] {
  return async (origin, material, signal) => {
    const notes = new CallNotes();
    try {
      const { agent, proxy } = await routes.routeOf(origin, { ...material, isUnchecked: true });
      notes.proxy = proxy;
      const seen = await notes.during(() => reach(origin, agent, { timeoutMs, signal }));
      return { ...seen, ...wayOf(notes), ...judged(seen, material) };
    } catch (error: unknown) {
      const failure = error instanceof Ended ? error.failure : callFailure(error, notes);
      return { ...wayOf(notes), failure };
    }
  };
}

function wayOf({ proxy }: CallNotes): Pick<NetworkLook, 'proxy'> {
  return proxy === undefined ? {} : { proxy };
}

class Ended extends Error {
  readonly failure: HttpFailure;

  constructor(failure: HttpFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

interface Seen extends NetworkLook {
  readonly refusal?: string;
}

function judged({ refusal }: Seen, material: TlsMaterial | undefined): NetworkLook {
  if (refusal === undefined || material?.isUnchecked) return {};
  return { failure: httpFailureOf(Object.assign(new Error(refusal), { code: refusal })) };
}

interface Patience {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** A request that is never ended: nothing of it leaves. */
async function reach(origin: string, agent: http.Agent | undefined, { timeoutMs, signal }: Patience): Promise<Seen> {
  const isSecure = isSecureAddress(origin);
  const request = (isSecure ? https : http).request(origin, agent === undefined ? {} : { agent });
  let timer: NodeJS.Timeout | undefined;
  const cancel = () => request.destroy(new Ended({ kind: 'cancelled' }));
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await new Promise<Seen>((resolve, reject) => {
      timer = setTimeout(
        () => request.destroy(new Ended({ kind: 'timedOut', phase: 'connect', afterMs: timeoutMs })),
        timeoutMs,
      );
      request.once('error', reject);
      request.once('socket', (socket) => whenStanding(socket, isSecure, () => resolve(seenOf(socket))));
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    request.on('error', () => {});
    request.destroy();
  }
}

/** One that was kept from a call before stands already. */
function whenStanding(socket: Socket, isSecure: boolean, then: () => void): void {
  const { secureConnecting } = socket as { readonly secureConnecting?: boolean };
  if (isSecure && secureConnecting) socket.once('secureConnect', then);
  else if (socket.connecting) socket.once('connect', then);
  else then();
}

function seenOf(socket: Socket): Seen {
  const address = socket.remoteAddress === undefined ? {} : { address: socket.remoteAddress };
  if (!(socket instanceof TLSSocket)) return address;
  // An Error by its types, and the code of one by its value.
  const refusal: unknown = socket.authorizationError;
  return {
    ...address,
    protocol: socket.getProtocol() ?? 'TLS',
    chain: chainOf(socket),
    ...(!socket.authorized && { refusal: String(refusal ?? 'UNTRUSTED_CERT') }),
  };
}

const mostCertificates = 10;

function chainOf(socket: TLSSocket): readonly CertificateFacts[] {
  const chain: CertificateFacts[] = [];
  const seen = new Set<string>();
  let certificate = socket.getPeerCertificate(true);
  while (certificate?.fingerprint256 !== undefined && !seen.has(certificate.fingerprint256)) {
    if (chain.length >= mostCertificates) break;
    seen.add(certificate.fingerprint256);
    chain.push({
      subject: nameIn(certificate.subject),
      issuer: nameIn(certificate.issuer),
      validFrom: new Date(certificate.valid_from).toISOString(),
      validTo: new Date(certificate.valid_to).toISOString(),
      names: namesIn(certificate.subjectaltname),
    });
    certificate = certificate.issuerCertificate;
  }
  return chain;
}

function nameIn(name: { readonly CN?: string | string[]; readonly O?: string | string[] } | undefined): string {
  return [name?.CN ?? name?.O ?? t('without a name')].flat().join(', ');
}

function namesIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(', ').flatMap((one) => /^(?:DNS|IP Address):(.+)$/.exec(one)?.[1] ?? []);
}
