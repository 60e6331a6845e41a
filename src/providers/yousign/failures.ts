import type { Failure } from '../../core/failure';
import { accessFailures } from './failures/accessFailures';
import { valueFailures } from './failures/valueFailures';

/*
 * Statuses and what is refused are documented; not one text of an error is. Those here are the texts that the
 * framework behind the API, whose error format it has, uses for such cases.
 */
export const failures = [...accessFailures, ...valueFailures] as const satisfies readonly Failure[];

export type FailureId = (typeof failures)[number]['id'];
