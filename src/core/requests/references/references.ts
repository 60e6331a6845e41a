import type * as z from 'zod';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import type { Credentials } from '../../auth';
import { isList, isObject } from '../../json/jsonKinds';
import type { Operation, RequestValues } from '../../operation';
import type { Problem } from '../../problems/problem';
import { fieldsByMeta } from '../fieldsByMeta';
import { joinPointer } from '../pointer';
import type { DynamicValues } from './dynamicVariables';
import { referencePattern } from './reference';

/** The same idea of a reference as everywhere, with its name. */
const reference = new RegExp(referencePattern, 'g');
const credentialsPrefix = 'credentials.';

export interface ReferenceValues {
  readonly variables: Readonly<Record<string, string>>;
  /** Undefined where credentials may not be referred to. */
  readonly credentials: Credentials | undefined;
  /** What is made for a place; without it dynamic names are unknown. */
  readonly dynamic?: DynamicValues;
  /** Whether the `{{name}}` at a pointer is the API's own and stays. */
  readonly isPlaceholder?: (name: string, pointer: string) => boolean;
}

export type Resolved =
  | { readonly kind: 'resolved'; readonly values: RequestValues }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The names that `{{name}}` refers to anywhere in the values. */
export function referencesIn(values: RequestValues): readonly string[] {
  return namesIn(JSON.stringify(values));
}

/** The same of one text. */
export function namesIn(text: string): readonly string[] {
  const names = [...text.matchAll(reference)].flatMap(([, name]) => name ?? []);
  return [...new Set(names)];
}

/** The texts that refer to something, by pointer. */
export function textsWithReferences(
  value: RequestValues | JsonValue,
  pointer = '',
): readonly (readonly [pointer: string, text: string])[] {
  if (typeof value === 'string') return namesIn(value).length === 0 ? [] : [[pointer, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsWithReferences(one, joinPointer(pointer, key)));
}

export function refersToCredentials(values: RequestValues): boolean {
  return referencesIn(values).some(isCredential);
}

/** Whether a reference's name is that of a credential. */
export function isCredential(name: string): boolean {
  return name.startsWith(credentialsPrefix);
}

/** Which references are none by the schemas of an operation: see `placeholders` in the meta data. */
export function placeholdersIn(
  { request }: Operation,
  values: RequestValues,
): (name: string, pointer: string) => boolean {
  const pointersOf = (name: string) =>
    (['path', 'query', 'body'] as const).flatMap((section) => {
      const schema = request[section];
      const isOwn = ({ placeholders }: z.GlobalMeta) =>
        placeholders === 'any' || (placeholders?.includes(name) ?? false);
      return schema === undefined ? [] : fieldsByMeta(schema, values[section], isOwn, `/${section}`);
    });
  const pointers = new Map(referencesIn(values).map((name) => [name, pointersOf(name)]));
  return (name, pointer) => pointers.get(name)?.includes(pointer) ?? false;
}

/**
 * Puts variables and credentials in the place of their references. A value that is one reference and nothing
 * else becomes a number or a boolean when that is what the variable spells; digits behind a zero stay text.
 */
export function resolveReferences(values: RequestValues, known: ReferenceValues): Resolved {
  const problems: Problem[] = [];
  const { path, query, body } = values;
  const resolved: RequestValues = {
    ...(path !== undefined && { path: resolveObject(path, '/path', known, problems) }),
    ...(query !== undefined && { query: resolveObject(query, '/query', known, problems) }),
    ...(body !== undefined && { body: resolveValue(body, '/body', known, problems) }),
  };
  const problem = problems[0];
  return problem ? { kind: 'failed', problem } : { kind: 'resolved', values: resolved };
}

function resolveValue(value: JsonValue, pointer: string, known: ReferenceValues, problems: Problem[]): JsonValue {
  if (typeof value === 'string') return resolveText(value, pointer, known, problems);
  if (isList(value)) {
    return value.map((item, index) => resolveValue(item, joinPointer(pointer, index), known, problems));
  }
  return isObject(value) ? resolveObject(value, pointer, known, problems) : value;
}

function resolveObject(value: JsonObject, pointer: string, known: ReferenceValues, problems: Problem[]): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolveValue(item, joinPointer(pointer, key), known, problems)]),
  );
}

function resolveText(text: string, pointer: string, known: ReferenceValues, problems: Problem[]): JsonValue {
  let fromVariable = true;
  const resolved = text.replace(reference, (whole, name: string, offset: number) => {
    if (known.isPlaceholder?.(name, pointer)) return whole;
    const value = known.dynamic?.at(name, `${pointer} ${offset}`) ?? lookUp(name, known);
    if (name.startsWith(credentialsPrefix)) fromVariable = false;
    if (value === undefined) problems.push(missing(name, pointer, known));
    return value ?? whole;
  });
  const isWhole = text.replace(reference, '') === '' && text.indexOf('{{') === text.lastIndexOf('{{');
  return isWhole && fromVariable && /^(0|-?[1-9]\d{0,14}|true|false)$/.test(resolved) ? JSON.parse(resolved) : resolved;
}

function lookUp(name: string, { variables, credentials }: ReferenceValues): string | undefined {
  const [source, key] = name.startsWith(credentialsPrefix)
    ? [credentials ?? {}, name.slice(credentialsPrefix.length)]
    : [variables, name];
  return Object.hasOwn(source, key) ? source[key] : undefined;
}

function missing(name: string, pointer: string, { credentials }: ReferenceValues): Problem {
  if (name.startsWith(credentialsPrefix) && credentials === undefined) {
    return { kind: 'credentialsNotAllowed', name, pointer };
  }
  return { kind: 'unknownVariable', name, pointer };
}
