import type { Shape } from './shape';

/** Whether null is a value to choose, and not only what replies print where nothing is set. */
export function offersNull({ nullable, meta }: Shape): boolean {
  return nullable && meta.nullIsAnswered !== true;
}
