import { setTimeout as delay } from 'node:timers/promises';
import { loopbackPage } from '../../core/addresses/address';
import type { Credentials } from '../../core/auth';
import { type Connection, emulatorConnection } from '../../core/connections/connection';
import { defaultLimits, type HttpRequest } from '../../core/http';
import type { Provider } from '../../core/provider';
import { formText } from '../../core/scenarios/running/pageRun';
import type { PageRequest, RunPorts } from '../../core/scenarios/running/runPorts';
import { readAllowList } from '../../core/sending/asking/allowList';
import type { DoorPorts, SendPorts } from '../../core/sending/ports';
import type { Run } from '../../core/sending/run';
import { SendSession } from '../../core/sending/sendSession';
import { emulatorControl } from '../../emulator/controlProvider';
import { attachmentReader } from '../attachments';
import { credentialsFrom } from '../environmentCredentials';
import { environmentPassphrase } from '../network/environmentTls';
import { headlessMachine } from '../network/headlessMachine';
import type { Workplace } from '../workplace';

/** Where the workflows of a file run: a connection for each provider, and its credentials where they are known. */
export interface ScenarioStage {
  readonly connections: ReadonlyMap<string, Connection>;
  /** Of emulators; without them the environment has the credentials. */
  readonly credentials: ReadonlyMap<string, Credentials>;
}

/** With what is asked before anything is sent, whichever step sends it. */
export type StagePorts = RunPorts & Pick<SendPorts, 'policy'>;

/** Everything is sent in one session: it fetches each token once. */
export function scenarioPorts(workplace: Workplace, file: string, stage: ScenarioStage, isAgreed: boolean): StagePorts {
  const { env, cwd } = workplace;
  const session = new SendSession(headlessMachine(workplace));
  const ofEnvironment = credentialsFrom(env);
  const ports = session.ports({
    allowedRecipients: readAllowList(env['ESIGN_ALLOWED_RECIPIENTS']),
    credentials: async (target) => {
      const known = stage.credentials.get(target.provider.id);
      return known === undefined ? ofEnvironment(target) : { kind: 'found', credentials: known };
    },
    ...(isAgreed && { ask: async () => true }),
    ...environmentPassphrase(env),
    readFile: attachmentReader(file, cwd),
  });
  return stagePorts(stage, ports);
}

/** What running workflows on a stage needs, around what sends. */
export function stagePorts(stage: Pick<ScenarioStage, 'connections'>, ports: SendPorts): StagePorts {
  const doors = new Map<string, DoorPorts>();
  const baseUrlOf = (connection: string) => stage.connections.get(connection)?.baseUrl ?? '';
  return {
    policy: ports.policy,
    door: (provider, connection) => {
      const key = JSON.stringify([provider.id, connection]);
      const door = doors.get(key) ?? doorOf(stage, ports, provider, connection);
      doors.set(key, door);
      return door;
    },
    openPage: async (connection, page, signal) => {
      const request = pageRequest(page);
      const url = loopbackPage(baseUrlOf(connection), page.link);
      return url === undefined ? { kind: 'foreign' } : ports.http.send({ ...request, url }, defaultLimits, signal);
    },
    wait: async (ms, signal) => {
      await delay(ms, undefined, { signal }).catch(() => undefined);
    },
    now: () => performance.now() + performance.timeOrigin,
    newId: ports.newId,
    limited,
  };
}

/** Steps name the provider; what is kept names the connection, as a request file does. */
export function onConnection(run: Run, { connections }: Pick<ScenarioStage, 'connections'>): Run {
  const { connection } = run.request;
  return { ...run, request: { ...run.request, connection: connections.get(connection)?.id ?? connection } };
}

/** The emulator's own calls go to the emulator of the provider, and need no account. */
function doorOf(
  { connections }: Pick<ScenarioStage, 'connections'>,
  ports: SendPorts,
  provider: Provider,
  id: string,
): DoorPorts {
  const connection = connections.get(id);
  if (provider.id !== emulatorControl.id) return { ...ports, ...targetsOf(provider, connection) };
  return {
    ...ports,
    ...targetsOf(provider, connection && emulatorConnection(emulatorControl, connection.baseUrl)),
    credentials: async () => ({ kind: 'found', credentials: {} }),
  };
}

function targetsOf(
  provider: Provider,
  connection: Connection | undefined,
): Pick<DoorPorts, 'operation' | 'connection'> {
  const operations = new Map(provider.operations.map((operation) => [operation.id, { provider, operation }]));
  return {
    operation: async (id) => operations.get(id),
    connection: async (_provider, id) =>
      connection ?? { kind: 'unknownConnection', provider: provider.id, connection: id },
  };
}

function pageRequest({ method, form }: PageRequest): Omit<HttpRequest, 'url'> {
  if (method === 'GET') return { method, headers: {}, body: undefined };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method, headers, body: { text: formText(form) } };
}

function limited(ms: number, outer: AbortSignal): ReturnType<RunPorts['limited']> {
  const controller = new AbortController();
  let isOver = false;
  const stop = () => controller.abort();
  if (outer.aborted) stop();
  outer.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => {
    isOver = true;
    stop();
  }, ms);
  return {
    signal: controller.signal,
    isOver: () => isOver,
    release: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
    },
  };
}
