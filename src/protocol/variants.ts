import type { FormField, Variant, VariantField } from './form';
import type { JsonObject, JsonValue } from './json';
import { isObject } from './jsonKinds';
import { memberOf } from './pointer';

/** The variant a value belongs to: the one whose constants it has; else the one that knows most of its members. */
export function variantOf(field: VariantField, value: JsonValue | undefined): Variant | undefined {
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  const scores = field.variants.map((variant) => {
    const constants = Object.entries(variant.match);
    if (constants.some(([key, constant]) => JSON.stringify(memberOf(value, key)) !== JSON.stringify(constant)))
      return -1;
    return constants.length * 1000 + keys.filter((key) => knows(variant, key)).length;
  });
  const best = Math.max(-1, ...scores);
  return best < 0 ? undefined : field.variants[scores.indexOf(best)];
}

/** What choosing another variant writes: its own start, with the values that both variants know. */
export function switchVariant(to: Variant, value: JsonValue | undefined): JsonObject {
  if (!isObject(value)) return to.newValue;
  const known = Object.entries(value).filter(([key]) => knows(to, key) && !Object.hasOwn(to.match, key));
  return { ...to.newValue, ...Object.fromEntries(known) };
}

/** The fields to show: constants are chosen with the variant. */
export function fieldsOf(variant: Variant): readonly FormField[] {
  return variant.fields.filter((field) => !Object.hasOwn(variant.match, field.key));
}

function knows(variant: Variant, key: string): boolean {
  return Object.hasOwn(variant.match, key) || variant.fields.some((field) => field.key === key);
}
