import { t } from '@vscode/l10n';
import { isSecureAddress } from '../../core/addresses/proxyAddress';
import type { Headers, ProxyFailure } from '../../core/http';
import type { CallNotes } from './callNotes';

interface Came {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
}

/** What came is the proxy's own word; undefined where it is the server's, as far as can be told. */
export function proxyRefusal({ proxy, isSecure }: CallNotes, came: Came): ProxyFailure | undefined {
  if (isSecureAddress(came.url)) {
    // Nobody but the proxy can answer a secure call in the open.
    if (isSecure !== false) return undefined;
    return refusalBy(proxy ?? unknownProxy(), came.status, t('it does not connect to this host'));
  }
  if (proxy === undefined || !isOfProxy(came)) return undefined;
  const failure = refusalBy(proxy, came.status, t('it answered for itself'));
  return came.status === 502 || came.status === 504 ? { ...failure, mayHavePassedOn: true } : failure;
}

function refusalBy(proxy: NonNullable<CallNotes['proxy']>, status: number, fallback: string): ProxyFailure {
  return { kind: 'proxyFailed', ...proxy, fault: 'refused', status, detail: refusals[status]?.() ?? fallback };
}

function unknownProxy(): NonNullable<CallNotes['proxy']> {
  return { proxy: t('a proxy'), source: t('the settings of this machine') };
}

/** Its status, and the headers by which proxies say that an error is theirs (RFC 9209, Squid). */
function isOfProxy({ status, headers }: Came): boolean {
  if (status === 407) return true;
  if (status < 400) return false;
  return headers['x-squid-error'] !== undefined || /;\s*error=/.test(headers['proxy-status'] ?? '');
}

/** To follow "it": why a proxy refuses, by its status. */
export const refusals: Readonly<Record<number, () => string>> = {
  407: () => t('it asks for a user name and password, or does not take those it was given'),
  403: () => t('it does not let this host through'),
  502: () => t('it did not reach this host'),
  503: () => t('it cannot serve now'),
  504: () => t('it got no answer from this host in time'),
};
