import type { FormEdit } from '../../protocol/form';
import type { JsonValue } from '../../protocol/json';
import { namesId, shapeOfId } from '../idShapes';
import { isList, isObject } from '../json/jsonKinds';
import type { Operation, RequestValues } from '../operation';
import { fieldsByMeta } from '../requests/fieldsByMeta';
import { getAt, joinPointer } from '../requests/pointer';
import { holdsReference } from '../requests/references/reference';
import type { RequestFile } from '../requests/requestFile';
import { isMasked } from '../secrets/mask';
import { documentsIn } from './subject';

/** An id of a request that another account most likely does not have. */
export interface AccountId {
  readonly value: string;
  /** The first of its places. */
  readonly pointer: string;
  /** Of the collection, where it is the id of a document. */
  readonly collection?: string;
}

/** Each once, documents first: what else is there is found below them. */
export function accountIds(operation: Operation, request: RequestValues): readonly AccountId[] {
  const collections = new Map(documentsIn(operation, request).map((one) => [one.document, one.collection]));
  const found = new Map<string, AccountId>();
  for (const pointer of pointersOfIds(operation, request)) {
    const value = getAt(request, pointer);
    if (typeof value !== 'string' || value === '' || isMasked(value) || holdsReference(value) || found.has(value))
      continue;
    const collection = collections.get(value);
    found.set(value, { value, pointer, ...(collection !== undefined && { collection }) });
  }
  const ids = [...found.values()];
  return [
    ...ids.filter(({ collection }) => collection !== undefined),
    ...ids.filter(({ collection }) => collection === undefined),
  ];
}

/** The request for another connection, with other ids wherever these stand. */
export function withOtherIds(
  { written: _written, ...request }: RequestFile,
  connection: string,
  ids: ReadonlyMap<string, string>,
): RequestFile {
  const replaced = (['path', 'query', 'body'] as const).flatMap((section) => {
    const value = request[section];
    return value === undefined ? [] : [[section, replaceIn(value, ids)] as const];
  });
  return { ...request, ...Object.fromEntries(replaced), connection };
}

/** The same as edits, which leave the rest of a text as its author wrote it. */
export function idEdits(
  { path, query, body }: RequestValues,
  connection: string,
  ids: ReadonlyMap<string, string>,
): readonly FormEdit[] {
  const sections = Object.entries({ path, query, body });
  return [
    { kind: 'set', pointer: '/connection', value: connection },
    ...sections.flatMap(([name, value]) => editsIn(value, joinPointer('', name), ids)),
  ];
}

function editsIn(value: JsonValue | undefined, pointer: string, ids: ReadonlyMap<string, string>): readonly FormEdit[] {
  if (typeof value === 'string') {
    const other = ids.get(value);
    return other === undefined ? [] : [{ kind: 'set', pointer, value: other }];
  }
  const members = isList(value) ? value.map((item, index) => [String(index), item] as const) : membersOf(value);
  return members.flatMap(([name, item]) => editsIn(item, joinPointer(pointer, name), ids));
}

function membersOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function pointersOfIds({ request }: Operation, values: RequestValues): readonly string[] {
  const byName = Object.keys(values.path ?? {})
    .filter(namesId)
    .map((name) => joinPointer('/path', name));
  const byMeta = (['path', 'query', 'body'] as const).flatMap((section) => {
    const schema = request[section];
    if (schema === undefined) return [];
    return fieldsByMeta(
      schema,
      values[section],
      ({ refersTo, idShape: shape }) => refersTo !== undefined || shape !== undefined,
      `/${section}`,
    ).filter((pointer) => section === 'path' || isIdAt(values, pointer));
  });
  return [...byName, ...byMeta];
}

/** A word of one's own in a field for ids is the same everywhere. */
function isIdAt(values: RequestValues, pointer: string): boolean {
  const value = getAt(values, pointer);
  return typeof value === 'string' && shapeOfId(value) !== undefined;
}

function replaceIn(value: JsonValue, ids: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (isList(value)) return value.map((item) => replaceIn(item ?? null, ids));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => (item === undefined ? [] : [[name, replaceIn(item, ids)]])),
  );
}
