import * as z from 'zod';
import { errorForm, readErrorsBy } from '../../kit/readErrors';

const errorCode = z.union([z.int(), z.string()]);
const apiError = z.object({ code: errorCode.optional(), message: z.string().optional() });

/** `{"errors":[…]}`: what a business rule or a value was wrong. May hold several. */
const errorList = z.object({ errors: z.array(apiError).min(1) });
/** `{"error":"invalid_token","code":1537}`: tokens and clients; the code is often left out. */
const flatError = z.object({ error: z.string(), code: errorCode.optional() });
/** `{"error":[…]}`: failures inside the API. */
const innerErrors = z.object({ error: z.array(apiError).min(1) });
/** `{"404":"…"}`: an address that the API does not have. */
const missingRoute = z.object({ '404': z.string() });
/** `{"message":"…"}`, with a code or without: the calls about events. */
const bareError = z.object({ message: z.string(), code: errorCode.optional() });

export const errorReply = z.union([errorList, flatError, innerErrors, missingRoute]);

/** Event subscriptions fail in a form of their own, and over a token as every call does. */
export const eventErrorReply = z.union([errorList, flatError, innerErrors, missingRoute, bareError]);

/** The errors of a reply in any of signNow's forms. */
export const readErrors = readErrorsBy(
  [
    errorForm(errorList, ({ errors }) => errors),
    errorForm(innerErrors, ({ error }) => error),
    errorForm(flatError, ({ code, error }) => [{ code, message: error }]),
    errorForm(missingRoute, (route) => [{ code: '404', message: route['404'] }]),
    errorForm(bareError, (error) => [error]),
  ],
  'nothing',
);
