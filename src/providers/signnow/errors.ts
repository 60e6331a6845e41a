import * as z from 'zod';
import type { ApiError } from '../../core/failure';
import { type Reply, replyJson } from '../../core/http';

const code = z.union([z.int(), z.string()]);
const apiError = z.object({ code: code.optional(), message: z.string().optional() });

/** `{"errors":[…]}`: what a business rule or a value was wrong. May hold several. */
const errorList = z.object({ errors: z.array(apiError).min(1) });
/** `{"error":"invalid_token","code":1537}`: tokens and clients; the code is often left out. */
const flatError = z.object({ error: z.string(), code: code.optional() });
/** `{"error":[…]}`: failures inside the API. */
const innerErrors = z.object({ error: z.array(apiError).min(1) });
/** `{"404":"…"}`: an address that the API does not have. */
const missingRoute = z.object({ '404': z.string() });
/** `{"message":"…"}`, with a code or without: the calls about events. */
const bareError = z.object({ message: z.string(), code: code.optional() });

export const errorReply = z.union([errorList, flatError, innerErrors, missingRoute]);

/** The errors of a reply in any of signNow's shapes. */
export function readErrors(reply: Reply): readonly ApiError[] {
  const body = replyJson(reply);
  const list = errorList.safeParse(body);
  if (list.success) return list.data.errors.map(toError);
  const inner = innerErrors.safeParse(body);
  if (inner.success) return inner.data.error.map(toError);
  const flat = flatError.safeParse(body);
  if (flat.success) return [toError({ code: flat.data.code, message: flat.data.error })];
  const route = missingRoute.safeParse(body);
  if (route.success) return [{ code: '404', message: route.data['404'] }];
  const bare = bareError.safeParse(body);
  return bare.success ? [toError(bare.data)] : [];
}

function toError(error: z.output<typeof apiError>): ApiError {
  return {
    ...(error.code !== undefined && { code: error.code }),
    ...(error.message !== undefined && { message: error.message }),
  };
}
