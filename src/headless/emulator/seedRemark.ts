import { existsSync } from 'node:fs';
import { quotable } from '../../core/quoting/oneLine';

/** The seed is what a reset goes back to: what is there goes on. Undefined where that is not so. */
export function seedRemark(state: string | undefined, hasSeed: boolean): string | undefined {
  if (state === undefined || !hasSeed || !existsSync(state)) return undefined;
  return `The emulators go on from ${quotable(state)}, without the seed until they are reset. To begin with it, name a file that does not exist yet.`;
}
