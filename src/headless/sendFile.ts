import { type Connection, customEnvironmentId } from '../core/connections/connection';
import { defaultLimits } from '../core/http';
import type { Operation } from '../core/operation';
import type { Problem } from '../core/problems/problem';
import type { Provider } from '../core/provider';
import { readAllowList } from '../core/sending/asking/allowList';
import type { DoorPorts } from '../core/sending/ports';
import type { Run } from '../core/sending/run';
import type { RunCause } from '../core/sending/runOrigin';
import { sendRequest } from '../core/sending/sendRequest';
import { type Machine, SendSession } from '../core/sending/sendSession';
import { attachmentReader } from './attachments';
import { chooseConnection } from './chooseConnection';
import { workspaceVariables } from './environment/workspaceVariables';
import { credentialsFrom } from './environmentCredentials';
import type { OutFile } from './files/outFile';
import { environmentPassphrase } from './network/environmentTls';
import { headlessMachine } from './network/headlessMachine';
import { readRequestText } from './readRequestText';
import { type RetryWish, retryWait } from './retryWait';
import type { Workplace } from './workplace';

export interface SendFileOptions extends RetryWish {
  readonly cause: RunCause;
  /** In place of the connection that the file names. */
  readonly connection?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** `{{name}}` in the request stands for these. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Every question is answered beforehand: nobody is there to be asked. */
  readonly isAgreed?: boolean;
  /** Sends exactly what is written, in spite of every error that is only foreseen. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
  /** Where the body of the reply goes, whole. Without it, only the beginning of a large one is taken. */
  readonly out?: OutFile | undefined;
}

/** What came of a request file: a run, or the problem before there could be one. */
export interface SentFile {
  readonly provider: Provider | undefined;
  readonly operation: Operation | undefined;
  readonly run: Run | undefined;
  readonly problem: Problem | undefined;
  /** Whether the body was written where it was wanted; absent where it was wanted nowhere. */
  readonly isWritten?: boolean;
}

/** Sends the request of a file, with the credentials of the environment. */
export async function sendFile(workplace: Workplace, file: string, options: SendFileOptions): Promise<SentFile> {
  const sender = { ...surroundingsOf(workplace, options), session: new SendSession(headlessMachine(workplace)) };
  return sendText(sender, readFile(workplace, file), options);
}

/**
 * Sends files one after the other in one session, which fetches each token once. Nothing is sent before all of them can
 * be: one that is broken, or that has to be agreed to, holds the others back.
 */
export async function sendFiles(
  workplace: Workplace,
  files: readonly string[],
  options: SendFileOptions,
): Promise<readonly SentFile[]> {
  const machine = headlessMachine(workplace);
  const surroundings = surroundingsOf(workplace, options);
  // What was rehearsed is what is sent, whatever becomes of the file meanwhile.
  const read = files.map((file) => readFile(workplace, file));
  const rehearsed: SentFile[] = [];
  for (const file of read)
    rehearsed.push(await rehearse({ ...surroundings, session: rehearsal(machine) }, file, options));
  const because = files[rehearsed.findIndex(({ problem }) => problem !== undefined)];
  if (because !== undefined) return rehearsed.map((one) => heldBack(one, because));
  const sender = { ...surroundings, session: new SendSession(machine) };
  const sent: SentFile[] = [];
  for (const file of read) sent.push(await sendText(sender, file, options));
  return sent;
}

interface ReadFile {
  readonly name: string;
  readonly content: ReturnType<typeof readRequestText>;
}

function readFile({ cwd }: Workplace, name: string): ReadFile {
  return { name, content: readRequestText(cwd, name) };
}

/** Who sends files. What they have in common is looked up once. */
interface Sender {
  readonly workplace: Workplace;
  readonly session: SendSession;
  readonly credentials: DoorPorts['credentials'];
  readonly connection: DoorPorts['connection'];
}

function surroundingsOf(
  workplace: Workplace,
  { connection: chosen, baseUrl, variables = {} }: SendFileOptions,
): Omit<Sender, 'session'> {
  const { env } = workplace;
  const connections = new Map<string, Connection | Problem>();
  return {
    workplace,
    credentials: credentialsFrom(env),
    connection: async (provider, named) => {
      const id = chosen ?? named;
      const key = JSON.stringify([provider.id, id]);
      const known = connections.get(key);
      if (known !== undefined) return known;
      const own = { ...workspaceVariables(workplace, id), ...variables };
      const connection = chooseConnection(provider, { id, baseUrl, variables: own }, env);
      connections.set(key, connection);
      return connection;
    },
  };
}

function heldBack(rehearsed: SentFile, because: string): SentFile {
  return rehearsed.problem === undefined ? { ...rehearsed, problem: { kind: 'heldBack', because } } : rehearsed;
}

/** All that comes before a request leaves, and nothing else: what keeps it from leaving is its problem. */
async function rehearse(sender: Sender, file: ReadFile, options: SendFileOptions): Promise<SentFile> {
  let isReady = false;
  const onLeave = () => {
    isReady = true;
  };
  const { run, problem, ...known } = await sendText(sender, file, { ...options, retries: 0 }, onLeave);
  return isReady ? { ...known, run: undefined, problem: undefined } : { ...known, run, problem };
}

function rehearsal(machine: Machine): SendSession {
  return new SendSession({ ...machine, http: { send: async () => nothingSent } });
}

const nothingSent = { kind: 'failed', failure: { kind: 'cancelled' } } as const;

async function sendText(
  sender: Sender,
  { name, content: read }: ReadFile,
  options: SendFileOptions,
  onLeave?: () => void,
): Promise<SentFile> {
  const { workplace } = sender;
  const { registry } = workplace;
  if (read.kind === 'unreadable') {
    const problem = { kind: 'unreadableRequest', detail: read.detail } as const;
    return { provider: undefined, operation: undefined, run: undefined, problem };
  }
  const { cause, force, signal, connection, baseUrl } = options;
  const fallbackConnection = connection ?? (baseUrl === undefined ? undefined : customEnvironmentId);
  const ports = portsFor(sender, name, options);
  const send = () => sendRequest(ports, read.text, { cause }, { signal, force, onLeave, fallbackConnection });
  const run = await trying(workplace, send, options);
  const known = await registry.operation(run.request.operation);
  const problem = run.outcome.kind === 'failed' ? run.outcome.problem : undefined;
  const written = run.outcome.kind === 'replied' ? await options.out?.write(run.outcome.reply) : undefined;
  return {
    ...{ provider: known?.provider, operation: known?.operation, run, problem },
    ...(written !== undefined && { isWritten: written }),
  };
}

/** The same request through the same door, as long as another try may end otherwise and does nothing twice. */
async function trying(
  { registry }: Workplace,
  send: () => Promise<Run>,
  { signal, ...wish }: SendFileOptions,
): Promise<Run> {
  let run = await send();
  for (let tries = 0; ; tries++) {
    const operation = (await registry.operation(run.request.operation))?.operation;
    if (operation === undefined || !(await retryWait(wish, { run, operation, tries }, signal))) return run;
    run = await send();
  }
}

function portsFor(
  { workplace, session, credentials, connection }: Sender,
  file: string,
  { isAgreed = false, out }: SendFileOptions,
): DoorPorts {
  const { registry, cwd, env } = workplace;
  return {
    ...session.ports({
      limits: { ...defaultLimits, larger: out ?? 'cut' },
      allowedRecipients: readAllowList(env['ESIGN_ALLOWED_RECIPIENTS']),
      credentials,
      ...(isAgreed && { ask: async () => true }),
      ...environmentPassphrase(env),
      readFile: attachmentReader(file, cwd),
    }),
    operation: (id) => registry.operation(id),
    nearestOperations: (id) => registry.nearestOperations(id),
    connection,
  };
}
