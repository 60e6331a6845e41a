import { t } from '@vscode/l10n';
import { confirmAddress } from '../addresses/address';
import { type RedirectTarget, redirectTarget } from '../addresses/redirectTarget';
import { originOf } from '../addresses/webAddress';
import type { TlsMaterial } from '../connections/connectionTls';
import { dropWhole, type HttpClient, type HttpLimits, type HttpOutcome, type HttpRequest } from '../http';
import { isRedirect } from '../replies/judging/foreignStatus';

const mostRedirects = 5;

export interface FollowOptions {
  /** All that may be sent to. */
  readonly origins: readonly string[];
  /** A token call is never redirected: what it carries is worth more than what it asks for. */
  readonly isTokenCall: boolean;
  readonly limits: HttpLimits;
  readonly tls?: TlsMaterial | undefined;
  readonly signal: AbortSignal | undefined;
}

export type Followed =
  | { readonly kind: 'sent'; readonly outcome: HttpOutcome; readonly remarks: readonly string[] }
  /** Nothing was sent to this address. */
  | { readonly kind: 'foreign'; readonly origin: string };

/**
 * Sends, and follows redirects of GET requests within one origin (scheme, host and port). Any other redirect is
 * the reply: neither headers nor body may reach an address that nobody confirmed. Everything that is sent passes
 * here, and its address is compared with the confirmed origins each time.
 */
export async function sendFollowing(
  http: HttpClient,
  request: HttpRequest,
  { origins, isTokenCall, limits, tls, signal }: FollowOptions,
): Promise<Followed> {
  let current = request;
  const remarks: string[] = [];
  for (let count = 0; ; count++) {
    const url = confirmAddress(current.url, origins);
    if (url === undefined) return { kind: 'foreign', origin: originOf(current.url) ?? t('an address that is none') };
    const outcome = await http.send({ ...current, url, ...(tls && { tls }) }, limits, signal);
    const target = targetOf(current, outcome);
    if (target === undefined) return { kind: 'sent', outcome, remarks };
    const refusal = isTokenCall ? t('a token call is never redirected') : whyNotFollowed(current, target, count);
    if (target.kind === 'refused' || refusal !== undefined) {
      return { kind: 'sent', outcome, remarks: [...remarks, refusalRemark(target, refusal)] };
    }
    if (outcome.kind === 'replied') await dropWhole(limits, outcome.reply);
    remarks.push(t('Redirected to {0}.', target.pathname));
    current = { ...current, url: target.url };
  }
}

function targetOf(request: HttpRequest, outcome: HttpOutcome): RedirectTarget | undefined {
  if (outcome.kind !== 'replied' || !isRedirect(outcome.reply.status)) return undefined;
  const location = outcome.reply.headers['location'];
  return location === undefined ? undefined : redirectTarget(location, request.url);
}

function whyNotFollowed(request: HttpRequest, target: RedirectTarget, count: number): string | undefined {
  if (target.kind === 'refused') return target.reason;
  if (target.origin !== originOf(request.url)) return t('it leads to another origin, which must not see the token');
  if (request.method !== 'GET') return t('a {0} is sent once, to the address that was confirmed', request.method);
  return count >= mostRedirects ? t('there were {0} before it', mostRedirects) : undefined;
}

function refusalRemark(target: RedirectTarget, refusal: string | undefined): string {
  const remark = t('The redirect to {0} was not followed: {1}.', target.shown, refusal ?? '');
  return target.kind === 'target' && target.suggestion !== undefined ? `${remark} ${target.suggestion}.` : remark;
}
