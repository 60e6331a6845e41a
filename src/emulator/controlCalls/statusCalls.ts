import * as z from 'zod';
import { defineOperation } from '../../core/operation';
import { controlPath, healthPath } from '../control';
import { docs, problem, status } from './callParts';

export const readStatus = defineOperation({
  id: 'emulator/status',
  title: 'Read the state of the emulator',
  summary: 'Its time, and what has happened since the start or the last reset.',
  method: 'GET',
  path: controlPath,
  docs,
  request: {},
  replies: { 200: status },
  examples: [{ title: 'The state', source: 'ours' }],
});

export const reset = defineOperation({
  id: 'emulator/reset',
  title: 'Start the emulator over',
  summary: 'Back to the demo documents and the real time.',
  method: 'POST',
  path: `${controlPath}/reset`,
  docs,
  request: {},
  replies: { 200: status, 403: problem },
  examples: [{ title: 'Start over', source: 'ours' }],
});

export const setMode = defineOperation({
  id: 'emulator/mode',
  title: 'Make the emulator strict or lenient',
  summary: 'A strict one refuses names that nobody documents, and what sources disagree on.',
  method: 'POST',
  path: `${controlPath}/mode`,
  docs,
  request: { body: z.object({ strict: z.boolean().meta({ title: 'Strict' }) }) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'Strict', source: 'ours', body: { strict: true } }],
});

export const turnSwitches = defineOperation({
  id: 'emulator/switches',
  title: 'Turn switches of the emulator',
  summary: 'Such as limits of an account, by the names that the state lists; each true or false.',
  method: 'POST',
  path: `${controlPath}/switches`,
  docs,
  request: { body: z.record(z.string(), z.boolean()) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [],
});

export const readHealth = defineOperation({
  id: 'emulator/health',
  title: 'Ask whether the emulator is up',
  summary:
    'Answered at the root of every port with the providers that it serves, and by each emulator of one that is for all.',
  method: 'GET',
  path: healthPath,
  docs,
  request: {},
  replies: { 200: z.object({ status: z.literal('ok'), product: z.string(), providers: z.array(z.string()) }) },
  examples: [{ title: 'Is it up?', source: 'ours' }],
});
