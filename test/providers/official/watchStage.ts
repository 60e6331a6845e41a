import type { Reply } from '../../../src/core/http';
import type { Stage } from '../../../src/core/scenarios/stage';
import { emulatorOverHttp } from '../../../src/headless/emulator/emulatorOverHttp';

/** The same stage, and the last reply that came to it. */
export function watchStage(stage: Stage): { readonly watched: Stage; last(): Reply | undefined } {
  let last: Reply | undefined;
  const http: Stage['machine']['http'] = {
    send: async (...request) => {
      const outcome = await stage.machine.http.send(...request);
      if (outcome.kind === 'replied') last = outcome.reply;
      return outcome;
    },
  };
  const emulator = emulatorOverHttp(http, stage.baseUrl);
  return { watched: { ...stage, machine: { ...stage.machine, http }, emulator }, last: () => last };
}
