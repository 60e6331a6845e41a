import * as z from 'zod';
import { errorForm, readErrorsBy } from '../../kit/readErrors';

/** Clients read `title`, `detail` and, where values are wrong, `violations`; all other keys are theirs to ignore. */
export const errorReply = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  violations: z.array(z.object({ propertyPath: z.string(), message: z.string() })).optional(),
});

/** What every call may answer. Calls with a body of their own add 400. */
export const refusals = { 401: errorReply, 404: errorReply };

/** One error per wrong value, else the one that `detail` tells. */
export const readErrors = readErrorsBy([
  errorForm(errorReply, ({ title, detail, violations = [] }, { status }) =>
    violations.length > 0
      ? violations.map(({ propertyPath, message }) => ({ code: propertyPath, message }))
      : [{ code: status, message: detail ?? title }],
  ),
]);
