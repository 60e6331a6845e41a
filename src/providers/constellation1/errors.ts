import * as z from 'zod';
import type { ApiError } from '../../core/failure';
import { type Reply, replyJson, replyText } from '../../core/http';

/** What a reply says of its outcome, as tolerant as can be: the documented types are those of `requestResponse`. */
const outcome = z.object({
  Message: z.string().nullable().optional().catch(undefined),
  Details: z
    .union([z.array(z.string()), z.string().transform((text) => [text])])
    .nullable()
    .optional()
    .catch(undefined),
  ReturnValue: z.unknown().optional(),
});

/** What a null reply and a "False" are called where errors are listed. */
export const nullReply = 'null';
export const falseReply = 'False';

/** The status says nothing for sure: the outcome stands in the body, whatever the status. */
export function isFailure(reply: Reply): boolean {
  return isFailedStatus(reply) || errorsIn(reply).length > 0;
}

/** The errors in `Details`; what else says that a call failed is named where there are none. */
export function readErrors(reply: Reply): readonly ApiError[] {
  const errors = errorsIn(reply);
  return errors.length === 0 && isFailedStatus(reply) ? [{ code: reply.status }] : errors;
}

/** The documentation says that the reply is null when the token is expired or invalid. */
export function isNull(reply: Reply): boolean {
  return replyJson(reply) === null;
}

function errorsIn(reply: Reply): readonly ApiError[] {
  if (isNull(reply) || (!isFailedStatus(reply) && replyText(reply).trim() === '')) return [{ message: nullReply }];
  const read = outcome.safeParse(replyJson(reply));
  if (!read.success) return [];
  const { Message: message, Details, ReturnValue: value } = read.data;
  const details = (Details ?? []).filter((text) => text.trim() !== '');
  const isError = message?.trim().toLowerCase() === 'error';
  const isSuccess = message?.trim().toLowerCase() === 'success';
  // A success has no details; should it have some all the same, those that begin as errors do are errors.
  const errors = isSuccess ? details.filter((text) => /^error\b/i.test(text)) : details;
  if (errors.length > 0) return errors.map((text) => ({ message: text }));
  if (isError) return [{ message: message ?? 'Error' }];
  return isFalse(value) ? [{ message: falseReply }] : [];
}

/** Calls without a value of their own return "True" or "False" for success and failure. */
function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.trim().toLowerCase() === 'false');
}

function isFailedStatus({ status }: Reply): boolean {
  return status < 200 || status > 299;
}
