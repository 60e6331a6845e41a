import * as z from 'zod';
import type { ApiError } from '../../core/failure';
import { type Reply, replyJson } from '../../core/http';

/** Clients read `title`, `detail` and, where values are wrong, `violations`; all other keys are theirs to ignore. */
const problem = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  violations: z.array(z.object({ propertyPath: z.string(), message: z.string() })).optional(),
});

export const errorReply = problem;

/** What every call may answer. Calls with a body of their own add 400. */
export const refusals = { 401: errorReply, 404: errorReply };

/** One error per wrong value, else the one that `detail` tells. */
export function readErrors(reply: Reply): readonly ApiError[] {
  const parsed = problem.safeParse(replyJson(reply));
  if (!parsed.success) return [{ code: reply.status }];
  const { title, detail, violations = [] } = parsed.data;
  if (violations.length > 0) return violations.map(({ propertyPath, message }) => ({ code: propertyPath, message }));
  const message = detail ?? title;
  return [{ code: reply.status, ...(message !== undefined && { message }) }];
}
