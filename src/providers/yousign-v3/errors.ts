import * as z from 'zod';
import { errorForm, readErrorsBy } from '../../kit/readErrors';

/** `type` is what tells errors apart; values that do not fit are named each with its reason. */
export const errorReply = z.object({
  type: z.string(),
  detail: z.string(),
  invalid_params: z.array(z.object({ name: z.string(), reason: z.string() })).optional(),
});

/** How the API says that it is asked too often, or in the wrong way. */
export const messageReply = z.object({ message: z.string() });

/** What every call may answer. */
export const refusals = {
  400: errorReply,
  401: errorReply,
  403: errorReply,
  404: errorReply,
  405: messageReply,
  429: messageReply,
  500: errorReply,
};

/** What calls with a body may answer. */
export const bodyRefusals = { ...refusals, 415: errorReply };

/** One error for each value that does not fit, else the one that `detail` tells. */
export const readErrors = readErrorsBy([
  errorForm(errorReply, ({ type, detail, invalid_params = [] }) =>
    invalid_params.length > 0
      ? invalid_params.map(({ name, reason }) => ({ code: type, message: `${name}: ${reason}` }))
      : [{ code: type, message: detail }],
  ),
  errorForm(messageReply, ({ message }, { status }) => [{ code: status, message }]),
]);
