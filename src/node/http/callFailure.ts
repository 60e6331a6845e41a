import { t } from '@vscode/l10n';
import type { HttpFailure } from '../../core/http';
import type { CallNotes } from './callNotes';
import { httpFailureOf } from './httpFailure';
import { ProxyFault } from './routes/callRoutes';

/** Why a call failed: what was noted on its way says more than its error. */
export function callFailure(error: unknown, { fault, proxy }: CallNotes): HttpFailure {
  if (error instanceof ProxyFault) return error.failure;
  if (fault !== undefined) return fault;
  const failure = httpFailureOf(error);
  if (proxy === undefined || failure.kind !== 'unreachable' || failure.code !== 'ECONNRESET') return failure;
  const detail = t('the connection through it ended before it was secure');
  return { kind: 'proxyFailed', ...proxy, fault: 'ended', code: failure.code, detail };
}
