import type { JsonObject, JsonValue } from '../../../protocol/json';
import type { Output } from '../document/scenario';
import { evaluate, isJson } from '../expressions/evaluate';
import type { Scope } from '../expressions/scope';

/** Those that have a value. Of a number with more digits than can be kept another one would be sent. */
export function outputsOf(outputs: readonly Output[], scope: Scope): JsonObject {
  const found = outputs.flatMap(({ name, expression }): readonly (readonly [string, JsonValue])[] => {
    const value = evaluate(expression, scope);
    const isExact = typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value);
    return isJson(value) && isExact ? [[name, value]] : [];
  });
  return Object.fromEntries(found);
}
