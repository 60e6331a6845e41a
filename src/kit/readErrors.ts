import type * as z from 'zod';
import type { ApiError } from '../core/failure';
import { type Reply, replyJson } from '../core/http';

interface RawError {
  readonly code?: string | number | null | undefined;
  readonly message?: string | null | undefined;
}

type Reading = (body: unknown, reply: Reply) => readonly ApiError[] | undefined;

/** A form in which an API reports errors, and the errors in it. */
export function errorForm<Form extends z.ZodType>(
  form: Form,
  errors: (body: z.output<Form>, reply: Reply) => readonly RawError[],
): Reading {
  return (body, reply) => {
    const read = form.safeParse(body);
    return read.success ? errors(read.data, reply).map(toError) : undefined;
  };
}

/**
 * Recognises the errors of a reply by the first form that it has. One in no form is named by its status, or not at all
 * where the API has other ways to fail.
 */
export function readErrorsBy(
  forms: readonly Reading[],
  otherwise: 'status' | 'nothing' = 'status',
): (reply: Reply) => readonly ApiError[] {
  return (reply) => {
    const body = replyJson(reply);
    for (const form of forms) {
      const errors = form(body, reply);
      if (errors !== undefined) return errors;
    }
    return otherwise === 'status' ? [{ code: reply.status }] : [];
  };
}

function toError({ code, message }: RawError): ApiError {
  return { ...(code != null && { code }), ...(message != null && { message }) };
}
