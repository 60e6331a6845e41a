import * as z from 'zod';
import { errorForm, readErrorsBy } from '../../kit/readErrors';

/** What all calls but the token call answer. The code repeats the HTTP status, the key says more. */
export const errorReply = z.object({
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

/** `{"error":"ERROR_AUTHENTICATION_NOT_VALID"}`: the token call. */
export const tokenErrorReply = z.object({ error: z.string() });

/** The error of a reply; a gateway may refuse without any body, and then only the status names it. */
export const readErrors = readErrorsBy([
  errorForm(tokenErrorReply, ({ error }) => [{ message: error }]),
  errorForm(errorReply, ({ code, message }, { status }) => [{ code: code ?? status, message: message || undefined }]),
]);
