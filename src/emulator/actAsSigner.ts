import { placeBelow, servedAddress } from '../core/addresses/webAddress';
import type { EmulatedReply, SigningContext, SigningDesk, SigningResult } from '../core/emulation';
import type { SigningVisit } from '../core/recipients/signingVisit';
import type { Emulation } from './answering/answerOperation';
import type { EmulatorCounts } from './counts';
import { placeOfPath } from './signers';
import { findPage } from './signing/findPage';
import { type Decision, takeDecision } from './signing/takeDecision';

/** What someone does with a signing page. */
export interface SignerAct {
  /** Or the path of it, or else document and signer. */
  readonly link?: string | undefined;
  readonly document?: string | undefined;
  /** E-mail address, name or role. */
  readonly as?: string | undefined;
  readonly action: 'open' | 'answer' | Decision;
  readonly reason?: string | undefined;
  /** To the questions of the page. */
  readonly answers?: readonly string[] | undefined;
}

/** The same as on the page, without it: for whoever plays a recipient by a program. */
export function actAsSigner(
  emulation: Emulation,
  state: unknown,
  act: SignerAct,
  baseUrl: string,
  counts: EmulatorCounts,
): EmulatedReply {
  const { definition, tools } = emulation;
  const desk = definition.signing;
  if (desk === undefined) return refusal(404, 'Nobody signs at this emulator.');
  const page = act.link === undefined ? findPage(emulation, state, act, baseUrl) : { url: act.link };
  if ('missing' in page) return refusal(404, page.missing);
  const place = placeOfSigner(page.url, baseUrl);
  if (place === undefined) return refusal(404, 'The link does not lead to this emulator.');
  const context = enteredBy(desk, { state, ...place, tools });
  const visit = desk.visit(act.action === 'open' ? { ...context, opens: true } : context);
  if (visit === undefined) return refusal(404, 'The link leads to no signing page.');
  if (act.action === 'open') return actDone(visit, {});
  if (act.action === 'answer') return answerQuestions(desk, visit, context, act.answers);
  if (visit.state !== 'open') return actTooLate(visit);
  const result = takeDecision(desk, visit, context, act.action, act.reason ?? '', counts);
  if (result === undefined) return refusal(403, 'The sender lets nobody decline.');
  return actDone(desk.visit(context) ?? visit, result);
}

function answerQuestions(
  desk: SigningDesk<unknown>,
  visit: SigningVisit,
  context: SigningContext<unknown>,
  answers: SignerAct['answers'] = [],
): EmulatedReply {
  if (visit.state !== 'challenged') return refusal(409, 'The page asks nothing.', visit.state);
  desk.answer?.(context, answers);
  return actDone(desk.visit(context) ?? visit, {});
}

export function actDone({ state, signer }: SigningVisit, { redirect }: SigningResult): EmulatedReply {
  return { status: 200, body: { state, signer, ...(redirect !== undefined && { redirect }) } };
}

export function actTooLate({ state }: SigningVisit): EmulatedReply {
  return { status: 409, body: { message: `The page is not open, but ${state}.`, state } };
}

/** Where a link, or a path with its query, leads below the base URL; undefined when it leads elsewhere. */
export function placeOfSigner(
  link: string,
  baseUrl: string,
): Pick<SigningContext<unknown>, 'path' | 'query'> | undefined {
  const place = placeBelow(baseUrl, link.startsWith('/') ? (servedAddress(baseUrl, link) ?? '') : link);
  if (place === undefined) return undefined;
  try {
    // A slash inside of a value stays encoded, as where requests arrive.
    const path = decodeURIComponent(place.pathname.replace(/%2F/gi, '%252F'));
    return { path, query: Object.fromEntries(place.searchParams) };
  } catch {
    // What is not percent-encoded UTF-8 is no link of ours.
    return undefined;
  }
}

/** Of an address that only leads to a page, the place of that page. */
function enteredBy(desk: SigningDesk<unknown>, context: SigningContext<unknown>): SigningContext<unknown> {
  const entry = desk.enter?.(context);
  return entry !== undefined && 'path' in entry ? { ...context, ...placeOfPath(entry.path) } : context;
}

function refusal(status: number, message: string, state?: SigningVisit['state']): EmulatedReply {
  return { status, body: { message, ...(state !== undefined && { state }) } };
}
