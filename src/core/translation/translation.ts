import type { JsonValue } from '../../protocol/json';
import type { Operation, RequestSchemas, RequestValues, Sketch, ValuesOf } from '../operation';

/**
 * A way from a request of one provider to a request of another. It is data of the folder of the provider that it leads
 * to, listed in its `about.ts`: that it exists is known without loading either of them.
 */
export interface Translation {
  /** Id of the operation whose request is given. */
  readonly from: string;
  /** Id of the operation whose request is made. */
  readonly to: string;
  /** What it is offered as: `Open as Acme signer`. */
  readonly title: string;
  /** Which requests it is for, where not for all: what one API tells by a value another may have a call of its own for. */
  suits?(values: RequestValues): boolean;
  load(): Promise<Translator>;
}

type Named<S extends RequestSchemas = RequestSchemas> = Pick<Operation<S>, 'id' | 'request'>;

/** A translation whose ids, and whose values, are those of two operations. */
export interface TranslationBetween<From extends Named, To extends Named> extends Translation {
  readonly from: From['id'];
  readonly to: To['id'];
  load(): Promise<Translator<From['request'], To['request']>>;
}

/** What is done with the values, step by step. The new request and the list of what became of the old are made of it. */
export interface Translator<From extends RequestSchemas = RequestSchemas, To extends RequestSchemas = RequestSchemas> {
  /**
   * Sees the values that fit their schemas and are known: what is wrong, and what a `{{name}}` stands for, is left out of
   * them. Steps for values that are not given come to nothing.
   */
  steps(values: Sketch<ValuesOf<From>>): readonly TranslationStep[];
  /** Never there: for the compiler only. */
  readonly between?: { readonly from: From; readonly to: To };
}

/**
 * Places are JSON pointers into the request file. A number in one is the place of an item; items whose places are not
 * used move up. A step for a place takes in what stands below it. Where several lead to one place, the first that comes
 * to something counts: a default stands behind what it stands in for.
 */
export type TranslationStep =
  /** As it is, `{{name}}` and the digits of numbers included. Not where the first API itself fills a `{{name}}` in. */
  | { readonly kind: 'kept'; readonly from: string; readonly to: string; readonly note?: string }
  /** Made of one or more values of the first request. */
  | {
      readonly kind: 'mapped';
      readonly from: readonly string[];
      readonly to: string;
      readonly value: JsonValue;
      readonly note?: string;
    }
  /** With what the first request does not say. */
  | { readonly kind: 'filled'; readonly to: string; readonly value: JsonValue; readonly why: string }
  /** Only a person knows what belongs there: it stays as empty as in a new request. */
  | { readonly kind: 'needed'; readonly to: string; readonly why: string }
  /** Has no counterpart, as far as no step before makes use of it. */
  | { readonly kind: 'left'; readonly from: string; readonly why: string };

/** What became of the values of the first request, and where those of the second come from. */
export interface TranslationReport {
  readonly mapped: readonly Moved[];
  readonly filled: readonly Reasoned<'to'>[];
  readonly needed: readonly Reasoned<'to'>[];
  readonly leftOut: readonly Reasoned<'from'>[];
}

export interface Moved {
  readonly from: string;
  readonly to: string;
  readonly note?: string;
}

export type Reasoned<Side extends 'from' | 'to'> = { readonly [Place in Side]: string } & { readonly why: string };
