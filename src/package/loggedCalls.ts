import type { Operation } from '../core/operation';
import { listRequests, readRequest } from '../emulator/controlCalls/requestCalls';
import type { RunningEmulators } from '../node/emulator/runningEmulators';
import { controlInProcess, serversOf } from './emulatorActs';
import type { LoggedCall, RequestsWanted } from './types/emulators.js';

/** What was asked of all of them, the newest first; headers and bodies with it, where they are kept. */
export function loggedCalls(running: RunningEmulators, { provider }: RequestsWanted): readonly LoggedCall[] {
  const calls = serversOf(running, provider).flatMap((server) => {
    const { requests } = listRequests.replies[200].parse(controlInProcess(server, listRequests, {}).body);
    return requests.map(({ isKept, ...call }): LoggedCall => {
      const told = { ...call, provider: server.provider };
      if (!isKept) return told;
      const reply = controlInProcess(server, callOf(call.number), {});
      const { number: _number, ...content } = readRequest.replies[200].parse(reply.body);
      return { ...told, content };
    });
  });
  return calls.toSorted((one, other) => other.at.localeCompare(one.at));
}

function callOf(number: number): Pick<Operation, 'method' | 'path'> {
  return { ...readRequest, path: readRequest.path.replace('{number}', String(number)) };
}
