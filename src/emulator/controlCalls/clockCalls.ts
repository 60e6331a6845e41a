import * as z from 'zod';
import { defineOperation } from '../../core/operation';
import { controlPath, mostSpeed } from '../control';
import { docs, problem, status } from './callParts';

export const advance = defineOperation({
  id: 'emulator/advance',
  title: 'Let time pass on the emulator',
  summary: 'For tokens, links and invites.',
  method: 'POST',
  path: `${controlPath}/advance`,
  docs,
  request: { body: z.object({ minutes: z.number().positive().meta({ title: 'Minutes' }) }) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'A quarter of an hour', source: 'ours', body: { minutes: 16 } }],
});

export const runClock = defineOperation({
  id: 'emulator/clock',
  title: 'Let the clock of the emulator run faster',
  summary: 'So many times as fast as the real one, from now on.',
  method: 'POST',
  path: `${controlPath}/clock`,
  docs,
  request: { body: z.object({ speed: z.number().min(1).max(mostSpeed).meta({ title: 'Speed' }) }) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'An hour in a minute', source: 'ours', body: { speed: 60 } }],
});
