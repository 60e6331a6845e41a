import type { RequestSchemas, Sketch, ValuesOf } from '../../core/operation';
import type { TranslationStep, Translator } from '../../core/translation/translation';
import type { PointerIn, ValueAt } from '../../core/translation/typedPointer';
import type { JsonValue } from '../../protocol/json';
import type { Callable } from '../calls';

/** What a translation is written in. Places that do not exist, and values that do not fit, do not compile. */
export interface TranslationWords<From extends RequestSchemas, To extends RequestSchemas> {
  /** The value as it is, with its `{{name}}`. */
  keep<Source extends PointerIn<ValuesOf<From>>, Place extends PointerIn<ValuesOf<To>>>(
    from: Source,
    to: ValueAt<ValuesOf<From>, Source> extends ValueAt<ValuesOf<To>, Place> ? Place : never,
    note?: string,
  ): TranslationStep;
  /** A value made of others; nothing happens as long as there is none. */
  map<Place extends PointerIn<ValuesOf<To>>>(
    from: PointerIn<ValuesOf<From>> | readonly PointerIn<ValuesOf<From>>[],
    to: Place,
    value: ValueAt<ValuesOf<To>, Place> | undefined,
    note?: string,
  ): TranslationStep | undefined;
  /** What the second request has to say and the first does not. */
  fill<Place extends PointerIn<ValuesOf<To>>>(
    to: Place,
    value: ValueAt<ValuesOf<To>, Place>,
    why: string,
  ): TranslationStep;
  /** What only a person knows: the form shows it empty. */
  need(to: PointerIn<ValuesOf<To>>, why: string): TranslationStep;
  /** What has no counterpart. */
  leave(from: PointerIn<ValuesOf<From>>, why: string): TranslationStep;
}

/** Values of one operation as values of another, by the operations' own types: `typeof createMember`. */
export function defineTranslator<From extends Callable<RequestSchemas>, To extends Callable<RequestSchemas>>(
  translate: (
    values: Sketch<ValuesOf<From['request']>>,
    words: TranslationWords<From['request'], To['request']>,
  ) => readonly (TranslationStep | undefined)[],
): Translator<From['request'], To['request']> {
  return { steps: (values) => translate(values, words).filter((step) => step !== undefined) };
}

const words: TranslationWords<RequestSchemas, RequestSchemas> = {
  keep: (from: string, to: string, note?: string) => ({ kind: 'kept', from, to, ...noted(note) }),
  map: (from: string | readonly string[], to: string, value: unknown, note?: string) =>
    value === undefined
      ? undefined
      : { kind: 'mapped', from: typeof from === 'string' ? [from] : from, to, value: json(value), ...noted(note) },
  fill: (to: string, value: unknown, why: string) => ({ kind: 'filled', to, value: json(value), why }),
  need: (to, why) => ({ kind: 'needed', to, why }),
  leave: (from, why) => ({ kind: 'left', from, why }),
};

function noted(note: string | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note };
}

/** What schemas of the wire take is JSON, which their types cannot tell. */
function json(value: unknown): JsonValue {
  return value as JsonValue;
}
