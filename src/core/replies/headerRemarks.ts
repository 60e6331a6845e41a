import type { Reading } from '../sending/run';
import { illustrationRemarks } from './illustration';
import { fewCallsLeft } from './retryTime';

/** What headers say beside the answer, which is none the worse for it. A refusal explains by itself how many calls are left. */
export function headerRemarks({ headers, failed }: Pick<Reading, 'headers' | 'failed'>): readonly string[] {
  const few = failed ? undefined : fewCallsLeft(headers);
  return [...(few === undefined ? [] : [few]), ...illustrationRemarks(headers)];
}
