import * as z from 'zod';

/** Seconds; text in the captured example, a number in the mocks of the official clients. */
export const unixTime = z.union([z.string(), z.int()]);
