import * as z from 'zod';
import { defineOperation } from '../../core/operation';
import { controlPath } from '../control';
import { faultBody } from '../faults/readFault';
import { docs, problem, status } from './callParts';

export const listFaults = defineOperation({
  id: 'emulator/list-faults',
  title: 'List the faults that wait for a call',
  summary: 'With the number of calls that are left to each.',
  method: 'GET',
  path: `${controlPath}/faults`,
  docs,
  request: {},
  replies: { 200: z.object({ faults: z.array(faultBody) }) },
  examples: [{ title: 'All', source: 'ours' }],
});

export const addFault = defineOperation({
  id: 'emulator/faults',
  title: 'Let the next call fail on the emulator',
  summary:
    'With a documented failure, a status, a page of a gateway, a body that breaks off, an expired token, or late; so many times or by chance. Starting over takes it back.',
  method: 'POST',
  path: `${controlPath}/faults`,
  docs,
  request: { body: faultBody },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'The next call is unavailable', source: 'ours', body: { status: 503 } }],
});

export const clearFaults = defineOperation({
  id: 'emulator/clear-faults',
  title: 'Take back all faults of the emulator',
  summary: 'Those that wait for a call.',
  method: 'POST',
  path: `${controlPath}/faults/clear`,
  docs,
  request: {},
  replies: { 200: status, 403: problem },
  examples: [{ title: 'All', source: 'ours' }],
});
