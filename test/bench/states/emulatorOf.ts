import { randomBytes } from 'node:crypto';
import type { EmulatedRequest } from '../../../src/core/emulation';
import type { Example } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { Play } from '../../../src/core/scenarios/play';
import { createEmulator, type Emulator } from '../../../src/emulator/engine';
import { emulatorOverHttp } from '../../../src/headless/emulator/emulatorOverHttp';
import { createEmulatorClient, inProcessOrigin } from '../../../src/headless/emulator/inProcessClient';

/** A call of an API as it reaches the emulator, to be made again and again. */
export interface KnownCall {
  readonly what: string;
  readonly request: EmulatedRequest;
  readonly status: number;
}

export interface MeasuredEmulator {
  readonly emulator: Emulator;
  /** What it answers to a call, and how that came to it; undefined when it did not. */
  call(operation: string, example: Example): Promise<Omit<KnownCall, 'what'> | undefined>;
}

/** An emulator whose calls are known in the form in which they reach it: without what a client and a port cost. */
export async function emulatorOf(provider: Provider): Promise<MeasuredEmulator> {
  const definition = await provider.emulator?.();
  if (definition === undefined) throw new Error(`${provider.id} has no emulator.`);
  const emulator = createEmulator(provider, definition, { random: randomBytes });
  let last: Omit<KnownCall, 'what'> | undefined;
  const http = createEmulatorClient({
    handle: (request) => {
      const reply = emulator.handle(request);
      last = { request, status: reply.status };
      return reply;
    },
  });
  let ids = 0;
  const machine = { http, now: Date.now, newId: () => `bench-${++ids}` };
  const { credentials } = definition;
  const stage = {
    provider,
    baseUrl: inProcessOrigin,
    credentials,
    machine,
    emulator: emulatorOverHttp(http, inProcessOrigin),
  };
  const play = new Play(stage);
  return {
    emulator,
    call: async (operation, { path, query, body }) => {
      last = undefined;
      await play.send(operation, {
        ...(path && { path }),
        ...(query && { query }),
        ...(body !== undefined && { body }),
      });
      return last;
    },
  };
}
