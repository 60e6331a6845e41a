import { firstReading } from '../../json/firstReading';
import type { RequestValues } from '../../operation';

/** The values as servers may read them: of a name that stands twice some take the first, and others the last. */
export function readingsOf(values: RequestValues, written: string | undefined): readonly RequestValues[] {
  const body = written === undefined ? undefined : firstReading(written, '/body');
  return body === undefined ? [values] : [values, { ...values, body }];
}
