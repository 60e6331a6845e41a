import { isControlPath } from '../control';
import type { Emulator } from '../engine';

/** Tells when something may be different: after calls that read as well, since they make links and count against limits. */
export function watchChanges(emulator: Emulator, changed: () => void): Emulator {
  return {
    ...emulator,
    handle: (request) => {
      const reply = emulator.handle(request);
      if (request.method !== 'GET' || !isControlPath(request.path)) changed();
      return reply;
    },
    reset: () => {
      emulator.reset();
      changed();
    },
    advance: (ms) => {
      emulator.advance(ms);
      changed();
    },
    restore: (snapshot) => {
      const problem = emulator.restore(snapshot);
      changed();
      return problem;
    },
  };
}
