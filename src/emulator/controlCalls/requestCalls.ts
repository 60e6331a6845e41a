import * as z from 'zod';
import { defineOperation } from '../../core/operation';
import { controlPath } from '../control';
import { mostContentBytes } from '../inspector/contentStore';
import { mostLogged } from '../inspector/requestLog';
import { mostOfBody } from '../inspector/takeContent';
import { docs, problem, status, time } from './callParts';

export const listRequests = defineOperation({
  id: 'emulator/requests',
  title: 'List what was asked of the emulator',
  summary: `The newest ${mostLogged} requests with what answered or refused them; headers and bodies by another call, where they are kept. A page shows them at ${controlPath}/inspector.`,
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
          isKept: z.boolean(),
        }),
      ),
      keepsBodies: z.boolean(),
      newest: z.number(),
      forgotten: z.number().meta({ description: 'The last one before it started over.' }),
    }),
  },
  examples: [{ title: 'All', source: 'ours' }],
});

const message = z.object({
  headers: z.record(z.string(), z.string()),
  body: z.object({
    kind: z
      .enum(['empty', 'text', 'binary', 'withheld'])
      .meta({ description: 'Withheld where nobody can say what of it is a secret.' }),
    size: z.number(),
    text: z.string().meta({ description: 'The beginning, secrets masked.' }),
    leftOut: z.number().meta({ description: 'Bytes that are not in the text.' }),
  }),
});

export const readRequest = defineOperation({
  id: 'emulator/request',
  title: 'Read headers and bodies of a request to the emulator',
  summary: `As it came and as it was answered, where that is kept: secrets masked, and of each body at most ${mostOfBody / 1000} kB.`,
  method: 'GET',
  path: `${controlPath}/requests/{number}`,
  docs,
  request: {
    path: z.object({ number: z.string().meta({ title: 'Number', description: 'From the list of requests.' }) }),
  },
  replies: {
    200: z.object({ number: z.number(), address: z.string(), request: message, reply: message }),
    404: problem,
  },
  examples: [{ title: 'The first', source: 'ours', path: { number: '1' } }],
});

export const keepBodies = defineOperation({
  id: 'emulator/keep-bodies',
  title: 'Keep headers and bodies of requests to the emulator',
  summary: `From now on, and at most ${mostContentBytes / 1_000_000} MB of all emulators of the process. Turned off, those that were kept are thrown away.`,
  method: 'POST',
  path: `${controlPath}/requests/bodies`,
  docs,
  request: { body: z.object({ keep: z.boolean().meta({ title: 'Keep' }) }) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'From now on', source: 'ours', body: { keep: true } }],
});
