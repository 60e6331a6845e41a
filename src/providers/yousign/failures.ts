import { defineFailures, type FailureIdOf } from '../../kit/failures';
import { readErrors } from './errors';
import { accessFailures } from './failures/accessFailures';
import { valueFailures } from './failures/valueFailures';

/*
 * Statuses and what is refused are documented; not one text of an error is. Those here are the texts that the
 * framework behind the API, whose error format it has, uses for such cases.
 */
export const failures = defineFailures([...accessFailures, ...valueFailures], { readErrors });

export const { refuse } = failures;

export type FailureId = FailureIdOf<typeof failures>;
