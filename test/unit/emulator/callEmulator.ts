import type { EmulatedReply, EmulatedRequest } from '../../../src/core/emulation';
import { createEmulator, type Emulator } from '../../../src/emulator/engine';
import { demoDefinition, demoProvider } from './demoProvider';

export const bearer = { authorization: 'Bearer demo-token' };
export const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** A request in short: a GET with a token, and a body as text or as what becomes JSON. */
export type Call = Partial<Omit<EmulatedRequest, 'body'>> & { readonly body?: unknown };

export function start(): Emulator {
  return createEmulator(demoProvider, demoDefinition, { now: () => Date.UTC(2030, 0, 1) });
}

export function handle(emulator: Emulator, { body, ...request }: Call): EmulatedReply {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return emulator.handle({
    method: 'GET',
    path: '/',
    query: {},
    headers: bearer,
    baseUrl: 'http://127.0.0.1:4010',
    ...request,
    body: new TextEncoder().encode(text),
  });
}
