import type { Machine } from '../../core/sending/sendSession';
import { environmentRoutes } from '../../node/http/routes/environmentRoutes';
import { nodeMachine } from '../../node/nodeMachine';
import type { Workplace } from '../workplace';

/** What sends without an editor: through the proxies that the environment names, with files from the working folder. */
export function headlessMachine({ env, cwd }: Pick<Workplace, 'env' | 'cwd'>): Machine {
  return nodeMachine(cwd, environmentRoutes(env));
}
