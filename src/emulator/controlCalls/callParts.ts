import * as z from 'zod';

export const docs = 'README.md#the-command-line';
export const time = z.string().meta({ description: 'ISO 8601.' });
export const problem = z.object({ message: z.string() });

export const status = z.object({
  product: z.string(),
  provider: z.string(),
  startedAt: time,
  now: time.meta({ description: 'By its own clock.' }),
  counts: z.object({ requests: z.number(), refused: z.number(), signed: z.number(), declined: z.number() }),
  switches: z.exactOptional(z.array(z.looseObject({ name: z.string() }))),
});
