import * as z from 'zod';
import { errorReply } from '../errors';

export const requestReply = z.object({ requestId: z.string() });

/** Statuses that the documentation lists for the calls of a request. */
export const errorReplies = { 400: errorReply, 401: errorReply, 404: errorReply };
