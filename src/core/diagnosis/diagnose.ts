import { t } from '@vscode/l10n';
import { originOf } from '../addresses/webAddress';
import { type Connection, hostOf } from '../connections/connection';
import type { TlsMaterial } from '../connections/connectionTls';
import type { Operation } from '../operation';
import { describeProblem } from '../problems/describeProblem';
import type { Problem } from '../problems/problem';
import type { Provider } from '../provider';
import { maskerOf } from '../secrets/masker';
import { sendValues, tryAuthorization } from '../sending/call';
import { loadTls } from '../sending/network/loadTls';
import type { SendPorts } from '../sending/ports';
import { callSteps, networkStepOf, type Tried, tokenStep } from './callSteps';
import { clockStep } from './clockStep';
import { type Diagnosis, type DiagnosisProgress, type DiagnosisStep, type NetworkLook, stepTitle } from './diagnosis';
import { Exchanges } from './exchanges';
import { type NetworkRemark, withRemarks } from './networkRemarks';
import { networkSteps, notReached, type SeenOrigin } from './networkSteps';

export interface DiagnosisTarget {
  readonly provider: Provider;
  readonly connection: Connection;
}

export interface DiagnosisPorts {
  /** What the call is sent with: credentials may be those that are not kept yet. */
  readonly sending: SendPorts;
  /** Goes the way of a call to an address, and sends none. */
  look(origin: string, tls: TlsMaterial | undefined, signal: AbortSignal | undefined): Promise<NetworkLook>;
  /** What this machine is set to. */
  remarks?(): readonly NetworkRemark[];
  /** Told as steps are done. */
  onProgress?(progress: DiagnosisProgress): void;
}

/** Tries what a connection needs, in order, up to the first step that fails. Changes nothing there. */
export async function diagnose(
  target: DiagnosisTarget,
  ports: DiagnosisPorts,
  signal?: AbortSignal,
): Promise<Diagnosis> {
  const { connection } = target;
  const { id, provider, title, environmentTitle: environment, baseUrl } = connection;
  const steps = withRemarks(await stepsOf(target, ports, signal), ports.remarks?.() ?? []);
  return { provider, providerTitle: target.provider.title, connection: id, title, environment, baseUrl, steps };
}

async function stepsOf(
  target: DiagnosisTarget,
  ports: DiagnosisPorts,
  signal: AbortSignal | undefined,
): Promise<readonly DiagnosisStep[]> {
  const { connection } = target;
  ports.onProgress?.({ steps: [], running: 'name' });
  const loaded = await loadTls(ports.sending, { connection });
  if ('problem' in loaded) return unusable(loaded.problem);
  const seen: SeenOrigin[] = [];
  for (const origin of originsUsed(target)) {
    const look = await ports.look(origin, loaded.material, signal);
    seen.push({ origin, look });
    if (look.failure !== undefined) break;
  }
  const network = networkSteps(seen, connection, ports.sending.now());
  if (seen.some(({ look }) => look.failure !== undefined)) {
    return [...network, ...(['clock', 'token', 'call'] as const).map(notReached)];
  }
  return tryCall(target, ports, network, signal);
}

/** A file that cannot be used keeps everything from leaving. */
function unusable(problem: Problem): readonly DiagnosisStep[] {
  const { title, cause, nextStep } = describeProblem(problem);
  const failed: DiagnosisStep = {
    ...{ id: 'tls', title: stepTitle('tls'), verdict: 'failed', nextStep },
    detail: `${title}. ${cause}`,
  };
  const step = (id: DiagnosisStep['id']) => (id === 'tls' ? failed : notReached(id));
  return (['name', 'connect', 'proxy', 'tls', 'clock', 'token', 'call'] as const).map(step);
}

async function tryCall(
  { provider, connection }: DiagnosisTarget,
  ports: DiagnosisPorts,
  network: readonly DiagnosisStep[],
  signal: AbortSignal | undefined,
): Promise<readonly DiagnosisStep[]> {
  const exchanges = new Exchanges();
  // A code for a token may be good for one: what it gets is kept, and what is there is used.
  const { now, http, tokens } = ports.sending;
  const known = tokens.get(connection);
  const told = () => ports.onProgress?.(progressOf(network, exchanges, provider, tokens.get(connection) !== known));
  const sending = { ...ports.sending, http: exchanges.watching(http, now, told) };
  const operation = cheapestOperation(provider);
  if (operation === undefined) return tryToken({ provider, connection }, sending, { network, exchanges, signal });
  const values = provider.cheapestCall?.values ?? {};
  const { outcome, sent, secrets } = await sendValues(sending, { provider, operation, connection }, values, {
    ...{ origin: { cause: 'reading' }, signal },
  });
  const tried: Tried = {
    ...{ provider, outcome, title: operation.title },
    wasSent: sent !== undefined,
    hasToken: tokens.get(connection) !== known && exchanges.sent > 1,
  };
  // What an API says may repeat what it was sent.
  return maskerOf(secrets, operation).value(inOrder(network, tried, exchanges));
}

function progressOf(
  network: readonly DiagnosisStep[],
  { skews, replies }: Exchanges,
  provider: Provider,
  hasToken: boolean,
): DiagnosisProgress {
  if (replies === 0) return { steps: network, running: 'clock' };
  const steps = [...network, clockStep(skews)];
  return hasToken
    ? { steps: [...steps, tokenStep({ provider, hasToken })], running: 'call' }
    : { steps, running: 'token' };
}

interface Begun {
  readonly network: readonly DiagnosisStep[];
  readonly exchanges: Exchanges;
  readonly signal: AbortSignal | undefined;
}

/** Of an API without a call that needs no ID, the token is all there is to try. */
async function tryToken(
  { provider, connection }: DiagnosisTarget,
  sending: SendPorts,
  { network, exchanges, signal }: Begun,
): Promise<readonly DiagnosisStep[]> {
  const operation = provider.operations.find(({ authorization = 'token' }) => authorization === 'token');
  if (operation === undefined) return [...network, ...(['clock', 'token', 'call'] as const).map(notReached)];
  const { problem, secrets } = await tryAuthorization(sending, { provider, operation, connection }, signal);
  const hasToken = sending.tokens.get(connection) !== undefined && exchanges.sent > 0;
  const common = { provider, hasToken, wasSent: false, title: operation.title };
  if (problem !== undefined) {
    const tried: Tried = { ...common, outcome: { kind: 'failed', problem } };
    return maskerOf(secrets, operation).value(inOrder(network, tried, exchanges));
  }
  const detail = t('This API has no call that needs no ID and changes nothing, so none was made.');
  const call: DiagnosisStep = { id: 'call', title: stepTitle('call'), verdict: 'notNeeded', detail };
  return [...network, clockStep(exchanges.skews), tokenStep(common), call];
}

/** What the call met on the network was hidden from the look: a certificate may be asked for after the greeting. */
function inOrder(network: readonly DiagnosisStep[], tried: Tried, { skews }: Exchanges): readonly DiagnosisStep[] {
  const met = networkStepOf(tried);
  if (met === undefined) return [...network, clockStep(skews), ...callSteps(tried)];
  const at = network.findIndex(({ id }) => id === met.id);
  const replaced = network.map((step, index) => (index < at ? step : index === at ? met : notReached(step.id)));
  return [...replaced, ...(['clock', 'token', 'call'] as const).map(notReached)];
}

function cheapestOperation({ operations, cheapestCall }: Provider): Operation | undefined {
  return operations.find(({ id }) => id === cheapestCall?.operation);
}

/** Of the calls that are tried: a token may come from another host. */
function originsUsed({ provider, connection }: DiagnosisTarget): readonly string[] {
  const tokenCalls = provider.operations.filter(({ authorization }) => authorization === 'client');
  const called = [...tokenCalls, cheapestOperation(provider)].filter((operation) => operation !== undefined);
  const addresses = called.map(({ host }) => (host === undefined ? connection.baseUrl : hostOf(connection, host)));
  return [...new Set([connection.baseUrl, ...addresses].map((address) => originOf(address) ?? address))];
}
