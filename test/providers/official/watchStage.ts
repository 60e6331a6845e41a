import type { HttpRequest, Reply } from '../../../src/core/http';
import type { Stage } from '../../../src/core/scenarios/stage';
import { emulatorOverHttp } from '../../../src/headless/emulator/emulatorOverHttp';

export interface WatchedStage {
  readonly watched: Stage;
  last(): Reply | undefined;
  /** With its secrets. */
  lastRequest(): HttpRequest | undefined;
}

/** The same stage, with the last request that left it and the last reply that came. */
export function watchStage(stage: Stage): WatchedStage {
  let last: Reply | undefined;
  let lastRequest: HttpRequest | undefined;
  const http: Stage['machine']['http'] = {
    send: async (...request) => {
      [lastRequest] = request;
      const outcome = await stage.machine.http.send(...request);
      if (outcome.kind === 'replied') last = outcome.reply;
      return outcome;
    },
  };
  const emulator = emulatorOverHttp(http, stage.baseUrl);
  return {
    watched: { ...stage, machine: { ...stage.machine, http }, emulator },
    last: () => last,
    lastRequest: () => lastRequest,
  };
}
