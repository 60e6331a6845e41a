import { webUrl } from '../../core/addresses/webAddress';
import type { EmulatedReply, EmulatedRequest, SigningContext, SigningDesk, SigningVisit } from '../../core/emulation';
import type { Emulation } from '../answerOperation';
import type { EmulatorCounts } from '../counts';
import { mostAnonymousBytes } from '../limits';
import { donePage, type Ending, visitPage } from './signingPage';
import { takeDecision } from './takeDecision';

/** A signer's visit and what they decide. Undefined when the address is not a signing link. */
export function answerSigner(
  { definition, provider, tools }: Emulation,
  state: unknown,
  request: EmulatedRequest,
  counts: EmulatorCounts,
): EmulatedReply | undefined {
  const desk = definition.signing;
  if (desk === undefined || (request.method !== 'GET' && request.method !== 'POST')) return undefined;
  const context: SigningContext<unknown> = { state, path: request.path, query: singly(request.query), tools };
  const visit = desk.visit(context);
  if (visit === undefined) return undefined;
  const nonce = tools.hex(32);
  if (visit.state !== 'open' || request.method === 'GET') {
    return page(statusOf(visit), visitPage(provider, visit, nonce), nonce);
  }
  return decide(desk, visit, context, request, counts, (ending, redirect) => {
    // Asked again: the others' progress has changed with this decision.
    const content = donePage(provider, desk.visit(context) ?? visit, ending, redirect, nonce);
    // Only a web address is followed: a redirect must not start another program.
    const location = redirect === undefined ? undefined : webUrl(redirect)?.href;
    if (location === undefined) return page(200, content, nonce);
    const reply = page(302, content, nonce);
    return { ...reply, headers: { ...reply.headers, location } };
  });
}

/** A signing page names nothing twice: the last counts. */
function singly(query: EmulatedRequest['query']): SigningContext<unknown>['query'] {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : (value.at(-1) ?? '')]),
  );
}

function decide(
  desk: SigningDesk<unknown>,
  visit: SigningVisit,
  context: SigningContext<unknown>,
  request: EmulatedRequest,
  counts: EmulatorCounts,
  end: (ending: Ending, redirect: string | undefined) => EmulatedReply,
): EmulatedReply {
  const form = new URLSearchParams(new TextDecoder('utf-8').decode(request.body.subarray(0, mostAnonymousBytes)));
  const action = form.get('action');
  switch (action) {
    case 'finish':
    case 'decline': {
      const result = takeDecision(desk, visit, context, action, form.get('reason') ?? '', counts);
      if (result === undefined) return plain(403, 'The sender lets nobody decline.');
      return end(action === 'finish' ? 'signed' : 'declined', result.redirect);
    }
    default:
      return plain(400, 'Finish or decline?');
  }
}

function plain(status: number, body: string): EmulatedReply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

function statusOf(visit: SigningVisit): number {
  if (visit.state === 'open' || visit.state === 'waiting') return 200;
  return visit.state === 'unknown' ? 404 : 410;
}

function page(status: number, body: string, nonce: string): EmulatedReply {
  const policy = [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    // Chromium holds the redirect after a form against this list too, and it leads wherever the invite says.
    `form-action 'self' http: https:`,
    `base-uri 'none'`,
  ];
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      // The address is the signer's key: other sites must not learn it.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}
