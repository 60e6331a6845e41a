import { t } from '@vscode/l10n';
import { type ConnectionTls, hasKey, type TlsMaterial, type TlsOutcome } from '../../connections/connectionTls';
import type { Problem } from '../../problems/problem';
import type { SendPorts } from '../ports';
import type { Target } from '../target';

type Loaded = { readonly material: TlsMaterial | undefined } | { readonly problem: Problem };

type Loading = Pick<SendPorts, 'readTls' | 'tlsPassphrase'>;

/**
 * What the connection brings for its secure connections; a problem where it names something that cannot be used.
 * `given` is the authority that its credentials were given for: another one in the same file gets none of them.
 */
export async function loadTls(ports: Loading, target: Pick<Target, 'connection'>, given?: string): Promise<Loaded> {
  const { tls, title } = target.connection;
  if (tls === undefined) return { material: undefined };
  const outcome = await readWith(ports, target, tls);
  if (outcome.kind === 'read' && (given === undefined || outcome.authority === given)) {
    return { material: outcome.material };
  }
  if (outcome.kind === 'read') {
    const reason = t('its content has changed just now: send again, and say whether it may have the credentials');
    return { problem: { kind: 'unusableCertificate', connection: title, file: tls.caFile ?? 'caFile', reason } };
  }
  const reason =
    outcome.kind === 'unusable'
      ? outcome.reason
      : t('its key opens with a passphrase, and there is none or another one: enter it again');
  return { problem: { kind: 'unusableCertificate', connection: title, file: outcome.file, reason } };
}

async function readWith(
  { readTls, tlsPassphrase }: Loading,
  { connection }: Pick<Target, 'connection'>,
  tls: ConnectionTls,
): Promise<TlsOutcome> {
  if (readTls === undefined)
    return { kind: 'unusable', file: 'tls', reason: t('there is nothing here to read files with') };
  const known = hasKey(tls) ? await tlsPassphrase?.(connection, 'known') : undefined;
  const outcome = await readTls(tls, known);
  if (outcome.kind !== 'locked') return outcome;
  const entered = await tlsPassphrase?.(connection, 'entered');
  return entered === undefined ? outcome : readTls(tls, entered);
}
