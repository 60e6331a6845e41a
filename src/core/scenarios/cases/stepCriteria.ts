import type { Criterion } from '../criteria/criterion';
import { parseCondition } from '../criteria/parseCondition';

/*
 * What cases ask as steps of scenarios do.
 */

/** Of what `pointer` expects. */
export function statusCriterion(status: number, pointer: string): Criterion {
  return simpleCriterion(`$statusCode == ${status}`, `${pointer}/status`);
}

export function simpleCriterion(condition: string, pointer: string): Criterion {
  const read = parseCondition(condition);
  if (read.kind === 'fault') throw new Error(read.message);
  return { kind: 'simple', condition, pointer, parsed: read.condition };
}
