import { webUrl } from '../../core/addresses/webAddress';
import type { EmulatedReply, EmulatedRequest, SigningContext, SigningDesk, SigningVisit } from '../../core/emulation';
import { actDone, actTooLate } from '../actAsSigner';
import type { Emulation } from '../answerOperation';
import type { EmulatorCounts } from '../counts';
import { mostAnonymousBytes } from '../limits';
import { actOnPage, type PageAct } from './pageAct';
import { donePage, type Ending, visitPage } from './signingPage';
import { type Decision, takeDecision } from './takeDecision';

/** A signer's visit and what they decide. Undefined when the address is not a signing link. */
export function answerSigner(
  emulation: Emulation,
  state: unknown,
  request: EmulatedRequest,
  counts: EmulatorCounts,
  onAct?: (act: PageAct) => void,
): EmulatedReply | undefined {
  const { definition, provider, tools } = emulation;
  const desk = definition.signing;
  if (desk === undefined || (request.method !== 'GET' && request.method !== 'POST')) return undefined;
  const context: SigningContext<unknown> = { state, path: request.path, query: singly(request.query), tools };
  const visit = desk.visit(context);
  if (visit === undefined) return undefined;
  const nonce = tools.hex(32);
  const tell: TellAct = (done, reply) => {
    const act = visit.state === 'unknown' ? undefined : onAct && actOnPage(emulation, state, request, done, reply);
    if (act !== undefined) onAct?.(act);
  };
  if (visit.state !== 'open' || request.method === 'GET') {
    const { action } = request.method === 'GET' ? { action: 'open' as const } : wishIn(request);
    if (action !== undefined) tell({ action }, action === 'open' ? actDone(visit, {}) : actTooLate(visit));
    return page(statusOf(visit), visitPage(provider, visit, nonce), nonce);
  }
  return decide(desk, visit, context, request, counts, tell, (ending, redirect) => {
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
  tell: TellAct,
  end: (ending: Ending, redirect: string | undefined) => EmulatedReply,
): EmulatedReply {
  const { action, reason } = wishIn(request);
  if (action === undefined) return plain(400, 'Finish or decline?');
  const result = takeDecision(desk, visit, context, action, reason, counts);
  if (result === undefined) return plain(403, 'The sender lets nobody decline.');
  const isReasoned = action === 'decline' && reason.trim() !== '';
  tell({ action, ...(isReasoned && { reason }) }, actDone(desk.visit(context) ?? visit, result));
  return end(action === 'finish' ? 'signed' : 'declined', result.redirect);
}

type TellAct = (done: Pick<PageAct['act'], 'action' | 'reason'>, reply: EmulatedReply) => void;

/** What a signer sends with the form of the page. */
function wishIn({ body }: EmulatedRequest): { readonly action: Decision | undefined; readonly reason: string } {
  const form = new URLSearchParams(new TextDecoder('utf-8').decode(body.subarray(0, mostAnonymousBytes)));
  const action = form.get('action');
  return { action: action === 'finish' || action === 'decline' ? action : undefined, reason: form.get('reason') ?? '' };
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
