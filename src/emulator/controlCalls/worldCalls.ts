import * as z from 'zod';
import { defineOperation } from '../../core/operation';
import { controlPath } from '../control';
import { docs, problem, status } from './callParts';

export const listWorlds = defineOperation({
  id: 'emulator/list-worlds',
  title: 'List the worlds of the emulator',
  summary:
    'States that know nothing of each other, by the names that paths (/~name/…) and the header x-esign-world gave.',
  method: 'GET',
  path: `${controlPath}/worlds`,
  docs,
  request: {},
  replies: { 200: z.object({ worlds: z.array(z.object({ name: z.string(), providers: z.array(z.string()) })) }) },
  examples: [{ title: 'All', source: 'ours' }],
});

const worldName = z.object({
  name: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .meta({ title: 'Name', description: 'Letters, digits, "-" and "_".' }),
});

export const createWorld = defineOperation({
  id: 'emulator/create-world',
  title: 'Create a world on the emulator',
  summary: 'With the demo documents. One is also made when it is first asked.',
  method: 'POST',
  path: `${controlPath}/worlds`,
  docs,
  request: { body: worldName },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'One for a test', source: 'ours', body: { name: 'worker-1' } }],
});

export const dropWorld = defineOperation({
  id: 'emulator/drop-world',
  title: 'Drop a world of the emulator',
  summary: 'With all that it holds.',
  method: 'POST',
  path: `${controlPath}/worlds/drop`,
  docs,
  request: { body: worldName },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [],
});
