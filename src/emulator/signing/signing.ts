import { servedAddress, webUrl } from '../../core/addresses/webAddress';
import type { EmulatedReply, EmulatedRequest, SigningContext, SigningDesk, SigningEntry } from '../../core/emulation';
import type { SigningVisit } from '../../core/recipients/signingVisit';
import { actDone, actTooLate } from '../actAsSigner';
import type { Emulation } from '../answering/answerOperation';
import type { EmulatorCounts } from '../counts';
import { mostAnonymousBytes } from '../limits';
import { actOnPage, type PageAct } from './pageAct';
import { donePage, type Ending, visitPage } from './signingPage';
import { type Decision, takeDecision } from './takeDecision';

/** A signer's visit and what they do there. Undefined when the address is not a signing link. */
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
  const isOpening = request.method === 'GET';
  const entry = isOpening ? desk.enter?.(context) : undefined;
  if (entry !== undefined) return leadIn(entry, request.baseUrl);
  const visit = desk.visit(isOpening ? { ...context, opens: true } : context);
  if (visit === undefined) return undefined;
  const tell: TellAct = (done, reply) => {
    const act = visit.state === 'unknown' ? undefined : onAct && actOnPage(emulation, state, request, done, reply);
    if (act !== undefined) onAct?.(act);
  };
  const room: Room = { desk, provider, context, tell, nonce: tools.hex(32) };
  if (!isOpening) return answerWish(room, visit, wishIn(request), counts);
  tell({ action: 'open' }, actDone(visit, {}));
  return show(room, visit);
}

/** What the pages of one visit have in common. */
interface Room {
  readonly desk: SigningDesk<unknown>;
  readonly provider: Emulation['provider'];
  readonly context: SigningContext<unknown>;
  readonly tell: TellAct;
  readonly nonce: string;
}

type TellAct = (done: Pick<PageAct['act'], 'action' | 'reason' | 'answers'>, reply: EmulatedReply) => void;

function answerWish(room: Room, visit: SigningVisit, wish: Wish, counts: EmulatorCounts): EmulatedReply {
  const { desk, context, tell } = room;
  const { action, answers } = wish;
  if (action === 'answer' && visit.state === 'challenged') {
    desk.answer?.(context, answers);
    const next = desk.visit(context) ?? visit;
    tell({ action, answers }, actDone(next, {}));
    return show(room, next, refusedToChallenged(next));
  }
  if (visit.state === 'open') return decide(room, visit, wish, counts);
  if (action !== undefined) tell({ action }, actTooLate(visit));
  return show(room, visit, refusedToChallenged(visit));
}

/** Whoever still has to answer got nothing of what they wanted, which a program sees by the status. */
function refusedToChallenged(visit: SigningVisit): number {
  return visit.state === 'challenged' ? 403 : statusOf(visit);
}

function show({ provider, nonce }: Room, visit: SigningVisit, status = statusOf(visit)): EmulatedReply {
  return page(status, visitPage(provider, visit, nonce), nonce);
}

function decide(room: Room, visit: SigningVisit, { action, reason }: Wish, counts: EmulatorCounts): EmulatedReply {
  const { desk, context, tell } = room;
  if (action !== 'finish' && action !== 'decline') return plain(400, 'Finish or decline?');
  const result = takeDecision(desk, visit, context, action, reason, counts);
  if (result === undefined) return plain(403, 'The sender lets nobody decline.');
  // Asked again: the others' progress has changed with this decision.
  const after = desk.visit(context) ?? visit;
  const isReasoned = action === 'decline' && reason.trim() !== '';
  tell({ action, ...(isReasoned && { reason }) }, actDone(after, result));
  return end(room, after, action === 'finish' ? 'signed' : 'declined', result.redirect);
}

function end({ provider, nonce }: Room, visit: SigningVisit, ending: Ending, redirect?: string): EmulatedReply {
  const content = donePage(provider, visit, ending, redirect, nonce);
  // Only a web address is followed: a redirect must not start another program.
  const location = redirect === undefined ? undefined : webUrl(redirect)?.href;
  if (location === undefined) return page(200, content, nonce);
  const reply = page(302, content, nonce);
  return { ...reply, headers: { ...reply.headers, location } };
}

function leadIn(entry: SigningEntry, baseUrl: string): EmulatedReply {
  if ('body' in entry) return { status: 200, ...(entry.headers && { headers: entry.headers }), body: entry.body };
  return { status: 302, headers: { ...entry.headers, location: servedAddress(baseUrl, entry.path) ?? entry.path } };
}

/** A signing page names nothing twice: the last counts. */
function singly(query: EmulatedRequest['query']): SigningContext<unknown>['query'] {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : (value.at(-1) ?? '')]),
  );
}

interface Wish {
  readonly action: Decision | 'answer' | undefined;
  readonly reason: string;
  readonly answers: readonly string[];
}

/** What a signer sends with the form of the page. */
function wishIn({ body }: EmulatedRequest): Wish {
  const form = new URLSearchParams(new TextDecoder('utf-8').decode(body.subarray(0, mostAnonymousBytes)));
  const action = wishes.find((one) => one === form.get('action'));
  return { action, reason: form.get('reason') ?? '', answers: form.getAll('answer') };
}

const wishes = ['finish', 'decline', 'answer'] as const;

function plain(status: number, body: string): EmulatedReply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

const opened: readonly SigningVisit['state'][] = ['open', 'waiting', 'challenged', 'placeholder'];

function statusOf(visit: SigningVisit): number {
  if (opened.includes(visit.state)) return 200;
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
