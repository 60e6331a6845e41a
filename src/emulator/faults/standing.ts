import type { Provider } from '../../core/provider';
import { type Disturbance, readDisturbance } from '../deliveries/disturbances';
import { type Fault, faultProblem } from './faults';
import { readFault } from './readFault';

/** What fails from the start on, in each world, and again after everything was started over. */
export interface StandingFaults {
  readonly faults: readonly Fault[];
  readonly disturbances: readonly Disturbance[];
}

export const noStandingFaults: StandingFaults = { faults: [], disturbances: [] };

/** With one more: of calls, or of webhooks where it says "webhook" instead of "effect". Or why there can be no such. */
export function withFault(
  { faults, disturbances }: StandingFaults,
  provider: Provider,
  { webhook, ...body }: Readonly<Record<string, unknown>>,
): StandingFaults | string {
  if (webhook !== undefined) {
    if ('effect' in body) return '"webhook" says what becomes of a webhook: write it without "effect".';
    const disturbance = readDisturbance({ ...body, effect: webhook }, 'webhook');
    if (typeof disturbance === 'string') return disturbance;
    return { faults, disturbances: [...disturbances, disturbance] };
  }
  const fault = readFault(body);
  if (typeof fault === 'string') return fault;
  return faultProblem(provider, fault) ?? { faults: [...faults, fault], disturbances };
}
