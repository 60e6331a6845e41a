import { type Connection, emulatorConnectionId } from '../../core/connections/connection';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import type { RequestFile } from '../../core/requests/requestFile';
import type { DoorPorts } from '../../core/sending/ports';
import type { Run } from '../../core/sending/run';
import type { RunOrigin } from '../../core/sending/runOrigin';
import { sendRequest } from '../../core/sending/sendRequest';
import { emulatorControl } from '../../emulator/controlProvider';
import { onConnection, stagePorts } from '../../headless/scenarios/scenarioStage';
import { isProblem } from '../shell/explainError';

export interface EmulatorCall {
  readonly door: DoorPorts;
  readonly provider: Provider;
  /** Of the control, without its connection. */
  readonly request: Omit<RequestFile, 'connection'>;
  readonly origin: RunOrigin;
  readonly signal?: AbortSignal;
}

/** Calls the control of a provider's emulator, through the door like any other call. */
export async function callEmulator({ door, provider, request, origin, signal }: EmulatorCall): Promise<Run> {
  const connection: Connection | Problem = await door.connection(provider, emulatorConnectionId);
  const connections = new Map(isProblem(connection) ? [] : [[provider.id, connection] as const]);
  const control = stagePorts({ connections }, door).door(emulatorControl, provider.id);
  const content = { ...request, connection: provider.id };
  const sent = await sendRequest(control, content, origin, { signal, isLiteral: true });
  return onConnection(sent, { connections });
}
