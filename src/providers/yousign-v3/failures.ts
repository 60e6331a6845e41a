import { defineFailures, type FailureIdOf } from '../../kit/failures';
import { readErrors } from './errors';
import { accessFailures } from './failures/accessFailures';
import { approverFailures } from './failures/approverFailures';
import { documentFailures } from './failures/documentFailures';
import { serverFailures } from './failures/serverFailures';
import { signerFailures } from './failures/signerFailures';
import { stateFailures } from './failures/stateFailures';
import { valueFailures } from './failures/valueFailures';
import { webhookFailures } from './failures/webhookFailures';

/*
 * The keys of `type` are documented, the texts of `detail` are not, but for those that users have published. The texts
 * of values that do not fit begin with the name of the value, which stands apart in the reply.
 */
export const failures = defineFailures(
  [
    ...accessFailures,
    ...serverFailures,
    ...valueFailures,
    ...stateFailures,
    ...signerFailures,
    ...approverFailures,
    ...documentFailures,
    ...webhookFailures,
  ],
  {
    readErrors,
  },
);

export const { refuse } = failures;

export type FailureId = FailureIdOf<typeof failures>;
