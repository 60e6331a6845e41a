import * as z from 'zod';
import { defineOperation } from '../../core/operation';
import { controlPath } from '../control';
import { mostLogged } from '../inspector/requestLog';
import { docs, time } from './callParts';

export const listRequests = defineOperation({
  id: 'emulator/requests',
  title: 'List what was asked of the emulator',
  summary: `The newest ${mostLogged} requests with what answered or refused them; without values, headers and bodies. A page shows them at ${controlPath}/inspector.`,
  method: 'GET',
  path: `${controlPath}/requests`,
  docs,
  request: {
    query: z.object({
      after: z.exactOptional(z.int().min(0).meta({ title: 'After', description: 'Only those behind this number.' })),
    }),
  },
  replies: {
    200: z.object({
      requests: z.array(
        z.object({
          number: z.number(),
          at: time,
          method: z.string(),
          path: z.string(),
          status: z.number(),
          operations: z.array(z.string()),
          failures: z.array(z.object({ id: z.string(), meaning: z.string() })),
          undocumented: z.array(z.string()),
          fault: z.string(),
          illustrative: z.array(z.string()),
          isAbsent: z.boolean(),
          requestBytes: z.number(),
          durationMs: z.number(),
        }),
      ),
    }),
  },
  examples: [{ title: 'All', source: 'ours' }],
});
