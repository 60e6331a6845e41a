import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { isRecord } from '../../../src/core/json/jsonKinds';
import type { Operation } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { createRouter } from '../../../src/core/routing/router';
import { atEnd } from '../../host/lifetime.mjs';
import { sampleReply } from '../../providers/sampleReply';
import { startSecureServer } from '../../unit/fixtures/secureServer';

/** A server of this machine that is no emulator: it knows no account, and answers each call with what is documented. */
export interface DocumentedServer {
  readonly url: string;
  /** The same over TLS, by an authority that nobody knows. */
  readonly secureUrl: string;
  /** Operations that were called. */
  readonly called: readonly Operation[];
  /** From then on it does this, and nothing else wrong. */
  behave(manner: ServerManner): void;
  end(): Promise<void>;
}

export interface ServerManner {
  /** Those calls that are not let in. */
  readonly refuses?: (operation: Operation) => boolean;
  /** What it takes for the time. */
  readonly date?: string;
}

export async function startDocumentedServer(provider: Provider): Promise<DocumentedServer> {
  const { operations, pathPrefix } = provider;
  const router = createRouter<Operation>(operations, { prefix: pathPrefix });
  const called: Operation[] = [];
  let manner: ServerManner = {};
  const answer: RequestListener = (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const operation = router.match(request.method ?? '', path)?.calls[0];
    request.resume().on('end', () => {
      if (operation === undefined) return void response.writeHead(404).end();
      called.push(operation);
      response.setHeader('content-type', 'application/json');
      if (manner.date !== undefined) response.setHeader('date', manner.date);
      const isRefused = manner.refuses?.(operation) === true;
      const { status, body } = isRefused ? documentedRefusal(operation) : documentedSuccess(provider, operation);
      response.writeHead(status).end(body);
    });
  };
  const secure = await startSecureServer({ listener: answer });
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const end = async (): Promise<void> => {
    forget();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await Promise.all([closed, secure.close()]);
  };
  const forget = atEnd(end);
  return {
    url: `http://127.0.0.1:${port}`,
    secureUrl: secure.origin,
    called,
    behave: (wished) => {
      manner = wished;
    },
    end,
  };
}

function documentedRefusal({ replies }: Operation) {
  const refusals = Object.entries(replies).filter(([code]) => code.startsWith('4'));
  const [status, schema] = refusals.find(([code]) => code === '401') ?? refusals[0] ?? [];
  return { status: Number(status ?? 401), body: schema === undefined ? '{}' : JSON.stringify(sampleReply(schema)) };
}

/** All that may be there, but what says that the call failed. */
function documentedSuccess(provider: Provider, { replies }: Operation) {
  const [first] = Object.entries(replies).filter(([code]) => code.startsWith('2'));
  const status = Number(first?.[0] ?? 200);
  const whole: unknown = first === undefined ? undefined : sampleReply(first[1]);
  const keys = isRecord(whole) ? Object.keys(whole) : [];
  const candidates = [whole, ...keys.map((key) => ({ ...(whole as object), [key]: null }))];
  const texts = candidates.map((value) => (value === undefined ? '' : JSON.stringify(value)));
  const body = texts.find((text) => !saysNo(provider, status, text)) ?? texts[0];
  return { status, body };
}

function saysNo({ isFailure, readErrors }: Provider, status: number, text: string): boolean {
  const headers = { 'content-type': 'application/json' };
  const reply = { status, statusText: '', headers, bytes: new TextEncoder().encode(text), durationMs: 0 };
  return isFailure?.(reply) === true || readErrors(reply).length > 0;
}
