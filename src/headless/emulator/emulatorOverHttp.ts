import { type Address, loopbackAddress, loopbackPage } from '../../core/addresses/address';
import { defaultLimits, type HttpClient, type HttpRequest } from '../../core/http';
import type { EmulatorAnswer } from '../../core/scenarios/running/runPorts';
import type { EmulatorPort } from '../../core/scenarios/stage';
import { descriptionPath } from '../../emulator/control';
import { advance } from '../../emulator/controlCalls/clockCalls';
import { reset, turnSwitches } from '../../emulator/controlCalls/statusCalls';
import { emulatorControl } from '../../emulator/controlProvider';
import { stagePorts } from '../scenarios/scenarioStage';

const control = { provider: emulatorControl, reset, advance, turn: turnSwitches };

/** What scenarios do with the emulator that listens at an address of this machine. */
export function emulatorOverHttp(http: HttpClient, baseUrl: string): EmulatorPort {
  const send = async (url: Address | undefined, request: Omit<HttpRequest, 'url'>): Promise<EmulatorAnswer> =>
    url === undefined ? { kind: 'foreign' } : http.send({ ...request, url }, defaultLimits);
  return {
    control,
    ports: (ports, connection) =>
      stagePorts({ connections: new Map([[connection.provider, connection]]) }, { ...ports, http }),
    describe: (collection, id) =>
      send(loopbackAddress(baseUrl, descriptionPath, { collection, id }), {
        method: 'GET',
        headers: {},
        body: undefined,
      }),
    exchange: ({ method, path, headers, body }) =>
      send(loopbackPage(baseUrl, path), { method, headers, body: body === undefined ? undefined : { text: body } }),
  };
}
