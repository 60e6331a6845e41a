import { type Connection, customEnvironmentId, emulatorConnectionId } from '../../core/connections/connection';
import { diagnose } from '../../core/diagnosis/diagnose';
import type { Diagnosis, DiagnosisProgress } from '../../core/diagnosis/diagnosis';
import { remarksOfEnvironment } from '../../core/diagnosis/networkRemarks';
import { defaultLimits } from '../../core/http';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import { SendSession } from '../../core/sending/sendSession';
import { networkLook } from '../../node/http/networkLook';
import { environmentRoutes } from '../../node/http/routes/environmentRoutes';
import { attachmentReader } from '../attachments';
import { chooseConnection } from '../chooseConnection';
import { environmentCredentials } from '../environmentCredentials';
import { environmentName } from '../environmentName';
import type { Workplace } from '../workplace';
import { environmentPassphrase } from './environmentTls';
import { headlessMachine } from './headlessMachine';

export interface DiagnosisWish {
  /** Without it: each provider that the environment has credentials for. */
  readonly provider?: string | undefined;
  readonly connection?: string | undefined;
  readonly baseUrl?: string | undefined;
}

export type DiagnosedConnection =
  | { readonly kind: 'diagnosed'; readonly diagnosis: Diagnosis }
  | { readonly kind: 'problem'; readonly provider: Provider; readonly problem: Problem };

/** Whoever waits sees how far it has come. */
export interface DiagnosisWatch {
  onProgress?(connection: Connection, progress: DiagnosisProgress): void;
  onDone?(diagnosed: DiagnosedConnection): void;
}

/** Tries connections one after the other, with the credentials, proxies and certificates of the environment. */
export async function diagnoseConnections(
  workplace: Workplace,
  wish: DiagnosisWish,
  signal: AbortSignal,
  watch: DiagnosisWatch = {},
): Promise<readonly DiagnosedConnection[]> {
  const diagnosed: DiagnosedConnection[] = [];
  for (const provider of await providersOf(workplace, wish)) {
    const connection = connectionOf(workplace, provider, wish);
    diagnosed.push(
      'kind' in connection
        ? { kind: 'problem', provider, problem: connection }
        : { kind: 'diagnosed', diagnosis: await diagnoseOne(workplace, provider, connection, signal, watch) },
    );
    const done = diagnosed.at(-1);
    if (done !== undefined) watch.onDone?.(done);
  }
  return diagnosed;
}

async function providersOf({ registry, env }: Workplace, wish: DiagnosisWish): Promise<readonly Provider[]> {
  const ids = wish.provider === undefined ? registry.ids : [wish.provider];
  const providers = (await Promise.all(ids.map((id) => registry.provider(id)))).filter((one) => one !== undefined);
  if (wish.provider !== undefined) return providers;
  return providers.filter((provider) => {
    const operation = provider.operations.find(({ authorization = 'token' }) => authorization === 'token');
    return operation !== undefined && environmentCredentials(provider, operation, env).kind !== 'missing';
  });
}

/** The one that is named, otherwise the address of the environment variable, otherwise the provider's first one. */
function connectionOf({ env }: Workplace, provider: Provider, wish: DiagnosisWish): Connection | Problem {
  const hasAddress = wish.baseUrl !== undefined || env[environmentName(provider.id, 'baseUrl')];
  const id = wish.connection ?? (hasAddress ? customEnvironmentId : provider.environments[0]?.id);
  return chooseConnection(provider, { id: id ?? emulatorConnectionId, baseUrl: wish.baseUrl }, env);
}

function diagnoseOne(
  { env, cwd }: Workplace,
  provider: Provider,
  connection: Connection,
  signal: AbortSignal,
  watch: DiagnosisWatch,
): Promise<Diagnosis> {
  const session = new SendSession(headlessMachine({ env, cwd }));
  const sending = session.ports({
    credentials: async (target) => environmentCredentials(target.provider, target.operation, env),
    ...environmentPassphrase(env),
    readFile: attachmentReader('request', cwd),
  });
  const look = networkLook(environmentRoutes(env), defaultLimits.connectTimeoutMs);
  const onProgress = (progress: DiagnosisProgress) => watch.onProgress?.(connection, progress);
  const remarks = () => remarksOfEnvironment(env);
  return diagnose({ provider, connection }, { sending, look, remarks, onProgress }, signal);
}
