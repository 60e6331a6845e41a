import type { FormEdit } from '../../../protocol/form';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import type { EdgeKind } from '../../../protocol/testData';
import { isObject } from '../../json/jsonKinds';
import type { Operation, RequestValues } from '../../operation';
import { getAt, joinPointer } from '../../requests/pointer';
import { accepts } from '../shapes/accepts';
import { newValue } from '../shapes/newValue';
import type { ListShape, Shape } from '../shapes/shape';
import { shapeOf } from '../shapes/shapeOf';
import { meantShape } from '../shapes/unionShape';
import { type MadeUpPerson, madeUpPeople } from './madeUpPeople';
import { holdsPerson, isPerson, type Part, partOf } from './personShape';

/** A list whose items are people: something in them is an e-mail address. */
export interface PeopleList {
  readonly pointer: string;
  readonly shape: ListShape;
}

/** The lists of people of a request as it is, outer ones first. */
export function peopleLists({ request }: Operation, { body }: RequestValues): readonly PeopleList[] {
  return request.body === undefined ? [] : listsWithin(shapeOf(request.body), body, '/body');
}

export interface PeopleWish {
  readonly count: number;
  readonly seed?: number;
  readonly edge?: EdgeKind;
}

/** Puts people behind those of a list, each as a new item of it is. */
export function addPeople(
  { pointer, shape }: PeopleList,
  values: RequestValues,
  { count, ...wish }: PeopleWish,
): readonly FormEdit[] {
  const list = getAt(values, pointer);
  const there = Array.isArray(list) ? list.length : 0;
  const room = Math.max(0, (shape.maxItems ?? Number.POSITIVE_INFINITY) - there);
  return madeUpPeople(Math.min(count, room), { ...wish, first: there }).map((person) => ({
    kind: 'append',
    pointer,
    value: filled(shape.item, newValue(shape.item), person),
  }));
}

function listsWithin(shape: Shape, value: unknown, pointer: string): readonly PeopleList[] {
  const own = meantShape(shape, value);
  if (own?.kind === 'list') {
    const inner = Array.isArray(value)
      ? value.flatMap((item, index) => listsWithin(own.item, item, joinPointer(pointer, index)))
      : [];
    return holdsPerson(own.item) ? [{ pointer, shape: own }, ...inner] : inner;
  }
  // What stands in the place of an object takes no list.
  if (own?.kind !== 'object' || (value !== undefined && !isObject(value as JsonValue))) return [];
  const inner = (value ?? {}) as JsonObject;
  return [...own.properties].flatMap(([key, one]) => listsWithin(one, inner[key], joinPointer(pointer, key)));
}

function filled(shape: Shape, value: JsonValue, person: MadeUpPerson): JsonValue {
  const object = meantShape(shape, value);
  if (object?.kind !== 'object' || !isObject(value)) return value;
  const told = [...object.properties].flatMap(([key, property]): [string, JsonValue][] => {
    const current = value[key];
    if (isPerson(key, property)) return [[key, filled(property, current ?? newValue(property), person)]];
    const part = partOf(key, property);
    const isNeeded = object.required.has(key) || part === 'email' || part === 'firstName' || part === 'lastName';
    if (part === undefined || !isNeeded || (current !== undefined && current !== '')) return [];
    const text = textOf(part, person);
    return accepts(property, text) ? [[key, text]] : [];
  });
  return { ...value, ...Object.fromEntries(told) };
}

function textOf(part: Part, person: MadeUpPerson): string {
  return part === 'name' ? `${person.firstName} ${person.lastName}` : person[part];
}
