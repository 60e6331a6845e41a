import type { Shape } from '../../../src/core/forms/shapes/shape';
import { shapeOf } from '../../../src/core/forms/shapes/shapeOf';
import { meantShape } from '../../../src/core/forms/shapes/unionShape';
import type { Operation, RequestValues } from '../../../src/core/operation';
import { getAt, joinPointer, setAt } from '../../../src/core/requests/pointer';
import { parentOf } from '../../../src/protocol/pointer';

/* What people do to right values, by the shape of the place: nothing here knows an API. */

interface Place {
  readonly pointer: string;
  readonly key: string;
  readonly shape: Shape;
  readonly value: unknown;
  readonly isRequired: boolean;
}

/** A value in place of the right one, undefined where the slip cannot be made. */
type Slip = (place: Place) => unknown;

export const slips: Readonly<Record<string, Slip>> = {
  'null where it may be left out': ({ shape, isRequired }) => (isRequired || shape.nullable ? undefined : null),
  'a number in quotes': ({ shape, value }) =>
    typeof value === 'number' && shape.meta.alsoAccepts !== 'string' ? String(value) : undefined,
  'a number that is too large': ({ shape }) =>
    shape.kind === 'number' && isLimit(shape.maximum) ? shape.maximum + 15 : undefined,
  'a number that is too small': ({ shape }) =>
    shape.kind === 'number' && isLimit(shape.minimum) ? shape.minimum - 1 : undefined,
  'a flag in quotes': ({ shape, value }) =>
    typeof value === 'boolean' && shape.meta.alsoAccepts !== 'string' ? String(value) : undefined,
  'a misspelled choice': ({ shape, value }) =>
    shape.kind === 'enum' && typeof value === 'string' && value.length > 3 ? `${value}s` : undefined,
  'a choice in capitals': ({ shape, value }) =>
    shape.kind === 'enum' && typeof value === 'string' && value !== value.toUpperCase()
      ? value.toUpperCase()
      : undefined,
  'a blank behind it': ({ shape, value }) => (isShort(shape, value) ? `${value} ` : undefined),
  'quotes around it': ({ shape, value }) => (isShort(shape, value) ? `"${value}"` : undefined),
  'a character that nobody sees': ({ shape, value }) => (isShort(shape, value) ? `${value}\u200B` : undefined),
  'a list where one value belongs': ({ shape, value }) =>
    shape.kind === 'list' || shape.kind === 'union' || value === null ? undefined : [value],
  'one value where a list belongs': ({ shape, value }) =>
    shape.kind === 'list' && Array.isArray(value) && value.length === 1 ? value[0] : undefined,
};

/** The request with the slip made at each place where it can be, one at a time. */
export function spoiled(operation: Operation, right: RequestValues, slip: Slip): readonly RequestValues[] {
  return placesOf(operation, right).flatMap((place) => {
    const wrong = slip(place);
    return wrong === undefined ? [] : [setAt(right, place.pointer, wrong)];
  });
}

/** With one property misspelled, or left out where a schema wants it. */
export function withoutName(operation: Operation, right: RequestValues): readonly RequestValues[] {
  return placesOf(operation, right).flatMap(({ pointer, key, value, isRequired }) => {
    const parent = getAt(right, parentOf(pointer));
    if (Array.isArray(parent) || typeof parent !== 'object' || parent === null) return [];
    const others = Object.entries(parent).filter(([name]) => name !== key);
    const wrong = [Object.fromEntries([...others, [`${key}s`, value]])];
    if (isRequired) wrong.push(Object.fromEntries(others));
    return wrong.map((one) => setAt(right, parentOf(pointer), one));
  });
}

/** With the first item of each list twice. */
export function withItemTwice(operation: Operation, right: RequestValues): readonly RequestValues[] {
  return placesOf(operation, right).flatMap(({ pointer, value }) =>
    Array.isArray(value) && value.length > 0 ? [setAt(right, pointer, [...value, value[0]])] : [],
  );
}

function placesOf({ request }: Operation, values: RequestValues): readonly Place[] {
  return (['path', 'query', 'body'] as const).flatMap((section) => {
    const schema = request[section];
    return schema === undefined ? [] : within(shapeOf(schema), values[section], `/${section}`);
  });
}

function within(shape: Shape, value: unknown, pointer: string): readonly Place[] {
  const own = meantShape(shape, value);
  if (own?.kind === 'list' && Array.isArray(value)) {
    return value.flatMap((item, index) => within(own.item, item, joinPointer(pointer, index)));
  }
  if (own?.kind !== 'object' || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const property = own.properties.get(key);
    if (property === undefined) return [];
    const at = joinPointer(pointer, key);
    const place = { pointer: at, key, shape: property, value: one, isRequired: own.required.has(key) };
    return [place, ...within(property, one, at)];
  });
}

function isLimit(limit: number | undefined): limit is number {
  return limit !== undefined && Number.isSafeInteger(limit) && Math.abs(limit) < 1_000_000;
}

function isShort({ kind, meta }: Shape, value: unknown): boolean {
  return kind === 'text' && typeof value === 'string' && value !== '' && meta.widget === undefined;
}
