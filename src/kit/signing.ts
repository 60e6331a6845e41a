import type { SigningContext, SigningDesk, SigningResult } from '../core/emulation';
import type { SigningVisit } from '../core/recipients/signingVisit';

/* What is the same wherever people sign one after another. */

/** How a kind of signer takes turns. */
export interface TurnTaking<Signer> {
  orderOf(signer: Signer): number;
  isDone(signer: Signer): boolean;
}

export function inOrder<Item>(items: readonly Item[], orderOf: (item: Item) => number): readonly Item[] {
  return [...items].sort((one, other) => orderOf(one) - orderOf(other));
}

/** Somebody with a lower order has not done their part. */
export function isWaitingFor<Signer>(
  signers: readonly Signer[],
  signer: Signer,
  { orderOf, isDone }: TurnTaking<Signer>,
): boolean {
  return signers.some((other) => !isDone(other) && orderOf(other) < orderOf(signer));
}

/** Those of the lowest order among all who have not done their part. */
export function onTurn<Signer>(signers: readonly Signer[], { orderOf, isDone }: TurnTaking<Signer>): readonly Signer[] {
  const left = signers.filter((signer) => !isDone(signer));
  const lowest = Math.min(...left.map(orderOf));
  return left.filter((signer) => orderOf(signer) === lowest);
}

/** Those whose turn has come by a change; `before`: who was on turn until then. */
export function newlyOnTurn<Signer>(
  signers: readonly Signer[],
  before: readonly Signer[],
  turns: TurnTaking<Signer>,
): readonly Signer[] {
  return onTurn(signers, turns).filter((signer) => !before.includes(signer));
}

/** What a signer finds: what they did themselves counts before what became of the whole, and that before their turn. */
export function visitState(signer: {
  readonly hasSigned: boolean;
  readonly hasDeclined: boolean;
  /** Why nobody can sign any more. */
  readonly over?: 'expired' | 'declined' | 'cancelled' | undefined;
  readonly isWaiting: boolean;
  /** Why this signer is not let in, where others would be. */
  readonly held?: 'challenged' | 'locked' | undefined;
}): SigningVisit['state'] {
  if (signer.hasSigned) return 'used';
  if (signer.hasDeclined) return 'declined';
  return signer.over ?? (signer.isWaiting ? 'waiting' : (signer.held ?? 'open'));
}

/** The time of a text has come; a text that is no time never does. */
export function isDue(time: string | null | undefined, now: number): boolean {
  return Boolean(time) && Date.parse(time ?? '') <= now;
}

export interface SigningOutline<State, Desk> {
  /** Whether an address is that of a signing page, whoever it is for. */
  isPage(path: string): boolean;
  /** Where the signer of an address sits; undefined for one that nobody was sent, `cancelled` for one taken back. */
  find(context: SigningContext<State>): Desk | undefined | 'cancelled';
  visit(desk: Desk, context: SigningContext<State>): SigningVisit;
  /** Somebody has opened the page, and may act there. */
  opened?(desk: Desk, context: SigningContext<State>): void;
  finish(desk: Desk, context: SigningContext<State>): SigningResult | undefined;
  decline(desk: Desk, reason: string, context: SigningContext<State>): SigningResult | undefined;
  answer?(desk: Desk, answers: readonly string[], context: SigningContext<State>): void;
  readonly enter?: SigningDesk<State>['enter'];
  readonly pages?: SigningDesk<State>['pages'];
  readonly unmailed?: SigningDesk<State>['unmailed'];
}

export function defineSigningDesk<State, Desk extends object>(
  outline: SigningOutline<State, Desk>,
): SigningDesk<State> {
  const at = (context: SigningContext<State>): Desk | undefined => {
    const desk = outline.find(context);
    return desk === 'cancelled' ? undefined : desk;
  };
  return {
    visit: (context) => {
      if (!outline.isPage(context.path)) return undefined;
      const desk = outline.find(context);
      if (desk === undefined || desk === 'cancelled') return closed(desk ?? 'unknown');
      const visit = outline.visit(desk, context);
      if (context.opens && visit.state === 'open') outline.opened?.(desk, context);
      return visit;
    },
    finish: (context) => {
      const desk = at(context);
      return (desk && outline.finish(desk, context)) ?? {};
    },
    decline: (context, reason) => {
      const desk = at(context);
      return (desk && outline.decline(desk, reason, context)) ?? {};
    },
    answer: (context, answers) => {
      const desk = at(context);
      if (desk !== undefined) outline.answer?.(desk, answers, context);
    },
    ...(outline.enter !== undefined && { enter: outline.enter }),
    ...(outline.pages !== undefined && { pages: outline.pages }),
    ...(outline.unmailed !== undefined && { unmailed: outline.unmailed }),
  };
}

function closed(state: 'unknown' | 'cancelled'): SigningVisit {
  return { state, signer: { name: '', email: '' }, documents: [], progress: [] };
}
