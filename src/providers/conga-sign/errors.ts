import * as z from 'zod';
import type { ApiError } from '../../core/failure';
import { type Reply, replyJson } from '../../core/http';

/** What all calls but the token call answer. The code repeats the HTTP status, the key says more. */
const apiError = z.object({
  code: z.int().nullable().optional(),
  message: z.string().nullable().optional(),
  messageKey: z.string().nullable().optional(),
  name: z.string().nullable().optional(),
  technical: z.string().nullable().optional(),
  entity: z
    .object({
      id: z.string().nullable().optional(),
      name: z.string().nullable().optional(),
      data: z.record(z.string(), z.json()).nullable().optional(),
    })
    .nullable()
    .optional(),
});

export const errorReply = apiError;

/** `{"error":"ERROR_AUTHENTICATION_NOT_VALID"}`: the token call. */
export const tokenErrorReply = z.object({ error: z.string() });

/** The error of a reply; a gateway may refuse without any body, and then only the status names it. */
export function readErrors(reply: Reply): readonly ApiError[] {
  const body = replyJson(reply);
  const token = tokenErrorReply.safeParse(body);
  if (token.success) return [{ message: token.data.error }];
  const error = apiError.safeParse(body);
  if (!error.success) return [{ code: reply.status }];
  const { code, message } = error.data;
  return [{ code: code ?? reply.status, ...(message && { message }) }];
}
