import type { Difference } from './difference';

/** Whether a reply is the API's own word, and what it is when it is not. */
export type Verdict = ApisAnswer | { readonly kind: 'foreign'; readonly what: Foreign['kind'] };

/** A verdict with its facts, which repeat parts of the reply and may hold secrets. */
export type Judgement = ApisAnswer | { readonly kind: 'foreign'; readonly what: Foreign };

export interface ApisAnswer {
  readonly kind: 'answer';
  /** Where it differs from its documented shape, one sentence each. */
  readonly departures: readonly string[];
  /** The same by their places, and what is not documented. */
  readonly differences: readonly Difference[];
}

export function verdictOf(judgement: Judgement): Verdict {
  return judgement.kind === 'answer' ? judgement : { kind: 'foreign', what: judgement.what.kind };
}

/** What came in the place of the API's answer. */
export type Foreign =
  /** The body ended before it was whole. */
  | { readonly kind: 'cutOff' }
  /** The body could not be unpacked. */
  | { readonly kind: 'damaged' }
  /** Packed in a way that is not known here. */
  | { readonly kind: 'packed'; readonly encoding: string }
  | { readonly kind: 'redirect'; readonly target: string | undefined }
  /** Statuses of the 300s that send nobody anywhere. */
  | { readonly kind: 'choices' }
  | { readonly kind: 'notModified' }
  | { readonly kind: 'useProxy' }
  | { readonly kind: 'unusedStatus' }
  /** Something between here and the API wants a sign-in of its own. */
  | { readonly kind: 'proxySignIn' }
  | { readonly kind: 'page'; readonly title: string }
  | { readonly kind: 'empty' }
  /** JSON with something in front of it or behind it. */
  | { readonly kind: 'wrapped'; readonly side: 'before' | 'after' | 'around' }
  | { readonly kind: 'tooDeep' }
  | { readonly kind: 'notJson'; readonly found: string; readonly isBinary?: true }
  | { readonly kind: 'otherShape'; readonly found: string };

/** What is said of a reply whoever the provider is: who speaks, when to try again, what may have happened. */
export interface GeneralExplanation {
  readonly kind: Foreign['kind'] | 'rateLimit' | 'unavailable' | 'catchAll' | 'emptyRefusal' | 'mayHaveTakenEffect';
  readonly title: string;
  readonly cause: string;
  readonly nextStep: string;
}
