import { defineOperation } from '../../core/operation';
import { snapshotPath } from '../control';
import { snapshotBody } from '../snapshots/snapshot';
import { docs, problem, status } from './callParts';

export const readSnapshotCall = defineOperation({
  id: 'emulator/snapshot',
  title: 'Export the state of the emulator',
  summary: 'All that it remembers of its API, with tokens, links and secrets; to be put back here or elsewhere.',
  method: 'GET',
  path: snapshotPath,
  docs,
  request: {},
  replies: { 200: snapshotBody },
  examples: [{ title: 'Everything', source: 'ours' }],
});

export const restoreSnapshotCall = defineOperation({
  id: 'emulator/restore',
  title: 'Import a state into the emulator',
  summary: 'What an export told, instead of what is there. One that cannot be read changes nothing.',
  method: 'POST',
  path: snapshotPath,
  docs,
  request: { body: snapshotBody },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [],
});
