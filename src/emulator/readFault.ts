import * as z from 'zod';
import { shortened } from '../core/quoting/shortened';
import type { Fault } from './faults';

/** In milliseconds: longer than that nobody waits for a reply. */
export const mostDelayMs = 60_000;

/** A name that is not known is one that is misspelt: without it the fault would be for another call. */
export const faultBody = z.strictObject({
  operation: z.exactOptional(
    z.string().min(1).meta({
      title: 'Operation',
      description: 'Its name in the description of the API. Without it: the next call that needs a token.',
    }),
  ),
  failure: z.exactOptional(
    z
      .string()
      .min(1)
      .meta({ title: 'Failure', description: 'Name of a documented failure, answered in the words of the API.' }),
  ),
  status: z.exactOptional(
    z
      .int()
      .min(400)
      .max(599)
      .meta({ title: 'Status', description: 'Instead of a documented failure: as a proxy before the API answers.' }),
  ),
  delayMs: z.exactOptional(
    z
      .int()
      .min(1)
      .max(mostDelayMs)
      .meta({ title: 'Delay', description: 'Milliseconds until the reply. Alone, the call does what it does.' }),
  ),
  times: z.exactOptional(
    z.int().min(1).max(1_000).meta({ title: 'Times', description: 'How many calls it is for. One when left out.' }),
  ),
});

/** The fault that a body asks for, or what it must be. */
export function readFault(body: Readonly<Record<string, unknown>>): Fault | string {
  const read = faultBody.safeParse(body);
  if (!read.success) {
    return `${wrongNames(read.error)}The body may have "operation" and "failure" (names), "status" (400 to 599), "delayMs" (1 to ${mostDelayMs}) and "times" (1 to 1000).`;
  }
  const { failure, status, delayMs, times = 1 } = read.data;
  if (failure === undefined && status === undefined && delayMs === undefined) {
    return 'The body must say what becomes of the call: a "failure", a "status" or "delayMs".';
  }
  if (failure !== undefined && status !== undefined) return 'A failure has its own status: write one of the two.';
  return { ...read.data, times };
}

function wrongNames({ issues }: z.ZodError): string {
  const names = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1)));
  const said = [...new Set(names)].map((name) => `"${shortened(String(name))}"`).join(', ');
  return said === '' ? '' : `Not possible: ${said}. `;
}
