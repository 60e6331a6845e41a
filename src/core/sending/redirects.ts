import type { HttpClient, HttpLimits, HttpOutcome, HttpRequest } from '../http';

const mostRedirects = 5;

export interface Followed {
  readonly outcome: HttpOutcome;
  readonly remarks: readonly string[];
}

/**
 * Sends, and follows redirects of GET requests within one origin (scheme, host and port). Any other redirect is
 * the reply: neither headers nor body may reach an address that nobody confirmed.
 */
export async function sendFollowing(
  http: HttpClient,
  request: HttpRequest,
  limits: HttpLimits,
  signal: AbortSignal | undefined,
): Promise<Followed> {
  let current = request;
  const remarks: string[] = [];
  for (let count = 0; ; count++) {
    const outcome = await http.send(current, limits, signal);
    const target = redirectTarget(current, outcome);
    if (target === undefined) return { outcome, remarks };
    const refusal = whyNotFollowed(current, target, count);
    if (refusal !== undefined) {
      return { outcome, remarks: [...remarks, `The redirect to ${target.origin} was not followed: ${refusal}.`] };
    }
    remarks.push(`Redirected to ${target.pathname}.`);
    current = { ...current, url: target.href };
  }
}

function redirectTarget(request: HttpRequest, outcome: HttpOutcome): URL | undefined {
  if (outcome.kind !== 'replied' || ![301, 302, 303, 307, 308].includes(outcome.reply.status)) return undefined;
  const location = outcome.reply.headers['location'];
  return location !== undefined && URL.canParse(location, request.url) ? new URL(location, request.url) : undefined;
}

function whyNotFollowed(request: HttpRequest, target: URL, count: number): string | undefined {
  if (request.method !== 'GET') return `a ${request.method} is sent once, to the address that was confirmed`;
  if (target.origin !== new URL(request.url).origin) return 'it leads to another origin, which must not see the token';
  return count >= mostRedirects ? `there were ${mostRedirects} before it` : undefined;
}
