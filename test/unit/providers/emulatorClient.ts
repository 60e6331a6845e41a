import type { HttpClient, HttpRequest, Reply } from '../../../src/core/http';
import type { Emulator } from '../../../src/emulator/engine';

export const inProcessOrigin = 'http://127.0.0.1:1';

/** The engine behind the HTTP port, without a network. */
export function createEmulatorClient(emulator: Emulator): HttpClient {
  return { send: async (request) => ({ kind: 'replied', reply: answer(emulator, request) }) };
}

function answer(emulator: Emulator, { method, url, headers, body }: HttpRequest): Reply {
  const { pathname, searchParams } = new URL(url);
  const bytes = body?.bytes ?? new TextEncoder().encode(body?.text ?? '');
  const reply = emulator.handle({
    method,
    path: decodeURIComponent(pathname),
    query: Object.fromEntries(searchParams),
    headers: { host: new URL(url).host, ...headers },
    body: bytes,
    origin: inProcessOrigin,
  });
  const isText = typeof reply.body === 'string';
  const text = reply.body === undefined ? '' : isText ? String(reply.body) : JSON.stringify(reply.body);
  return {
    status: reply.status,
    statusText: '',
    headers: { 'content-type': isText ? 'text/plain' : 'application/json', ...reply.headers },
    bytes: new TextEncoder().encode(text),
    durationMs: 0,
  };
}
