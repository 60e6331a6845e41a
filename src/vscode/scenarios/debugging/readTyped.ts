import { t } from '@vscode/l10n';
import { isList, isObject, isRecord } from '../../../core/json/jsonKinds';
import { getAt, joinPointer } from '../../../core/requests/pointer';
import { isJson } from '../../../core/scenarios/expressions/evaluate';
import { isMasked } from '../../../core/secrets/mask';
import type { JsonValue } from '../../../protocol/json';

export type TypedValue =
  | { readonly kind: 'value'; readonly value: JsonValue }
  /** A sentence. */
  | { readonly kind: 'refused'; readonly why: string };

/**
 * What a person typed in place of a value that was shown with its secrets masked: masks that were left where they stood
 * are the secrets themselves.
 */
export function readTyped(typed: string, old: unknown, shown: unknown): TypedValue {
  const read = jsonOf(typed, old);
  if (read === undefined)
    return { kind: 'refused', why: t('Lists and objects are written as JSON, such as {0}.', '{"a": [1]}') };
  const value = unmasked(read, old, shown);
  return value === undefined
    ? {
        kind: 'refused',
        why: t('A secret is masked here: leave it as it stands, or write another one in place of all of it.'),
      }
    : { kind: 'value', value };
}

/** In place of a text, quotes may be left out; anything else is JSON where it is any. */
function jsonOf(typed: string, old: unknown): JsonValue | undefined {
  const text = typed.trim();
  if (typeof old === 'string' && !text.startsWith('"')) return typed;
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : typed;
  } catch {
    return Array.isArray(old) || isRecord(old) ? undefined : typed;
  }
}

/** Undefined where a mask stands for nothing that is known. */
function unmasked(value: JsonValue, old: unknown, shown: unknown): JsonValue | undefined {
  if (typeof value === 'string') {
    if (value === shown && isJson(old)) return old;
    return isMasked(value) ? undefined : value;
  }
  if (isList(value)) {
    const items = value.map((item, index) => unmasked(item, at(old, index), at(shown, index)));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(
    ([name, member]) => [name, unmasked(member, at(old, name), at(shown, name))] as const,
  );
  const known = members.filter((member): member is [string, JsonValue] => member[1] !== undefined);
  return known.length === members.length ? Object.fromEntries(known) : undefined;
}

function at(value: unknown, key: string | number): unknown {
  return getAt(value, joinPointer('', key));
}
