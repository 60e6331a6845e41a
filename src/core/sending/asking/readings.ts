import { everyReading, hasRepeats } from '../../json/everyReading';
import { firstReading } from '../../json/firstReading';
import { nodeAt, readJsonTree } from '../../json/jsonTree';
import type { RequestValues } from '../../operation';

/**
 * The values as servers may read them: of a name that stands twice some take the first, others the last, and some make a
 * list of all.
 */
export function readingsOf(values: RequestValues, written: string | undefined): readonly RequestValues[] {
  const body = written === undefined ? undefined : firstReading(written, '/body');
  if (written === undefined || body === undefined) return [values];
  const node = nodeAt(readJsonTree(written)?.root, '/body');
  const isRepeated = node !== undefined && hasRepeats(node);
  return [values, { ...values, body }, ...(isRepeated ? [{ ...values, body: everyReading(node) }] : [])];
}
