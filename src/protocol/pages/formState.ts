import type { Choice, Issue, IssueGroup } from '../form';
import type { JsonObject } from '../json';

export interface ConnectionChoice {
  readonly id: string;
  readonly title: string;
  /** "Emulator", "Sandbox", "Production" … */
  readonly environment: string;
  /** Invites sent here reach real people. */
  readonly live: boolean;
  readonly baseUrl: string;
  /** Certificates are not checked: whoever answers is believed. */
  readonly isUnchecked?: true;
}

/** An operation of another provider, by what making its request is called. */
export interface TranslationChoice {
  readonly to: string;
  readonly title: string;
}

/** The request of another provider that this one was made of, and what became of its values. */
export interface RequestOrigin {
  /** Of the other operation. */
  readonly title: string;
  readonly needed: readonly ReasonedPlace[];
  /** Places of the other request, in the words of its form. */
  readonly leftOut: readonly { readonly title: string; readonly why: string }[];
  readonly filled: readonly ReasonedPlace[];
  readonly mapped: readonly { readonly title: string; readonly pointer: string; readonly note?: string }[];
}

/** A place of this request. */
export interface ReasonedPlace {
  readonly pointer: string;
  readonly why: string;
}

/** What a field that refers to something in the account may hold. */
export type OfferedChoices =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly choices: readonly Choice[]; readonly more: boolean }
  | { readonly kind: 'none'; readonly why: string };

/** Why a text is no request, where, and what to do. */
export interface BrokenText {
  readonly title: string;
  readonly message: string;
  readonly nextStep: string;
  /** Lines and columns start at 1. */
  readonly at?: { readonly line: number; readonly column: number };
  /** What `mendText` would do, where the text is almost JSON. */
  readonly mend?: string;
}

/** A variable in words: a secret is never among them. */
export interface DescribedVariable {
  readonly name: string;
  readonly says: string;
}

/** All a form panel shows beside the model. The panel keeps nothing of its own but focus and scroll position. */
export type FormState =
  | {
      readonly kind: 'form';
      readonly values: JsonObject;
      /** How numbers are written that the values cannot hold, by pointer. */
      readonly spellings: Readonly<Record<string, string>>;
      readonly issues: readonly Issue[];
      /** Titles of the mends that put all issues of one kind right. */
      readonly mendsForAll: readonly string[];
      /** Of what is wrong in several places, in the order of the first of each. */
      readonly issueGroups: readonly IssueGroup[];
      /** What file fields would take, in words, by pointer. */
      readonly attachments: Readonly<Record<string, string>>;
      /** What the connection has, by the id of the collection: there where a field asked for it. */
      readonly offers?: Readonly<Record<string, OfferedChoices>>;
      /** What else is to be said at a field, by pointer. */
      readonly notes?: Readonly<Record<string, string>>;
      /** What leaves in the place of addresses and numbers, in words, by pointer. */
      readonly sentAs?: Readonly<Record<string, string>>;
      /** Values known from the connection (role ids, documents), by pointer with `*` for any index. */
      readonly suggestions: Readonly<Record<string, readonly Choice[]>>;
      /** What `{{name}}` may stand for on the connection. */
      readonly variables?: readonly DescribedVariable[];
      readonly connection: string;
      readonly connections: readonly ConnectionChoice[];
      /** Said above the form: a retired API, facts that could not be loaded. */
      readonly notices: readonly string[];
      /** What the request can be made into. */
      readonly translations: readonly TranslationChoice[];
      /** Until it is dismissed. */
      readonly origin?: RequestOrigin;
      readonly sending: boolean;
      /** How long the request was under way when this was said; absent while questions are still open. */
      readonly passedMs?: number;
      /** What was shown last, of a text that is a request no more. */
      readonly broken?: BrokenText;
    }
  | {
      readonly kind: 'unreadable';
      readonly title: string;
      readonly message: string;
      readonly nextStep: string;
      /** Operations that the one of the file may mean. */
      readonly operations?: readonly string[];
      /** What `mendText` would do, where the text is almost JSON. */
      readonly mend?: string;
    };
