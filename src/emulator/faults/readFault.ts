import * as z from 'zod';
import { shortened } from '../../core/quoting/shortened';
import type { Fault } from './faults';

/** In milliseconds: longer than that nobody waits for a reply. */
export const mostDelayMs = 60_000;
/** Of one fault. */
const mostTimes = 1_000_000;

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
  effect: z.exactOptional(
    z.enum(['page', 'cut', 'expiredToken']).meta({
      title: 'Effect',
      description:
        'The HTML page of a gateway with 502, a body that breaks off, or the token taken for one that has expired.',
    }),
  ),
  probability: z.exactOptional(
    z.number().positive().max(1).meta({
      title: 'Probability',
      description: 'Of each call, until "times" are used up. Every call when left out.',
    }),
  ),
  seed: z.exactOptional(
    z
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .meta({ title: 'Seed', description: 'The same calls meet it with the same seed.' }),
  ),
  times: z.exactOptional(
    z
      .int()
      .min(1)
      .max(mostTimes)
      .meta({ title: 'Times', description: 'How many calls it is for. One when left out, many with a probability.' }),
  ),
});

/** The fault that a body asks for, or what it must be. */
export function readFault(body: Readonly<Record<string, unknown>>): Fault | string {
  const read = faultBody.safeParse(body);
  if (!read.success) {
    return `${wrongNames(read.error)}The body may have "operation" and "failure" (names), "status" (400 to 599), "delayMs" (1 to ${mostDelayMs}), "times" (1 to ${mostTimes}), "effect" ("page", "cut" or "expiredToken"), "probability" (above 0, at most 1) and "seed".`;
  }
  const { failure, status, delayMs, effect, probability, seed } = read.data;
  if ([failure, status, delayMs, effect].every((one) => one === undefined)) {
    return 'The body must say what becomes of the call: a "failure", a "status", an "effect" or "delayMs".';
  }
  if (failure !== undefined && status !== undefined) return 'A failure has its own status: write one of the two.';
  if (effect !== undefined && effect !== 'cut' && (failure !== undefined || status !== undefined))
    return `The effect "${effect}" has its own status: write it without "failure" and "status".`;
  if (seed !== undefined && probability === undefined) return '"seed" belongs to a "probability".';
  return { ...read.data, times: read.data.times ?? (probability === undefined ? 1 : mostTimes) };
}

function wrongNames({ issues }: z.ZodError): string {
  const names = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1)));
  const said = [...new Set(names)].map((name) => `"${shortened(String(name))}"`).join(', ');
  return said === '' ? '' : `Not possible: ${said}. `;
}
