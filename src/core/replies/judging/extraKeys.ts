import type * as z from 'zod';
import { isRecord } from '../../json/jsonKinds';
import { isAnyObject } from '../../typing/isObject';
import { alikeTogether, kindOfValue, type PlacedDifference } from './departures';
import type { Difference } from './difference';
import { alternativesOf, fits } from './documentedShape';

/** More are not looked for. */
const mostExtras = 500;

/** More objects and lists are not looked into. */
const mostValues = 50_000;

interface Open {
  readonly schemas: readonly z.core.$ZodType[];
  readonly value: unknown;
  readonly path: readonly PropertyKey[];
}

/** What a body holds that its documentation does not name. Nothing is said against it. */
export function extraKeys(schema: z.core.$ZodType, body: unknown): readonly Difference[] {
  const found: PlacedDifference[] = [];
  const open: Open[] = [{ schemas: [schema], value: body, path: [] }];
  let isCut = false;
  for (const next of open) {
    const { extras, inner } = lookInto(next);
    for (const extra of extras) found.push(extra);
    for (const one of inner.slice(0, mostValues - open.length)) open.push(one);
    isCut ||= open.length >= mostValues || found.length > mostExtras;
    if (found.length > mostExtras) break;
  }
  return alikeTogether(found.slice(0, mostExtras), isCut);
}

interface Look {
  readonly extras: readonly PlacedDifference[];
  readonly inner: readonly Open[];
}

function lookInto({ schemas, value, path }: Open): Look {
  const fitting = schemas.flatMap(alternativesOf).filter((one) => fits(one, value));
  if (Array.isArray(value)) {
    const items = fitting.flatMap(({ _zod: { def } }) => (def.type === 'array' ? [def.element] : []));
    if (items.length === 0) return nothing;
    const containers = [...value.slice(0, mostValues).entries()].filter(([, item]) => isAnyObject(item));
    const inner = containers.map(([index, item]) => ({
      schemas: items,
      value: item as unknown,
      path: [...path, index],
    }));
    return { extras: [], inner };
  }
  if (!isRecord(value)) return nothing;
  const shapes = fitting.flatMap(({ _zod: { def } }) => (def.type === 'object' ? [def] : []));
  // Where anything may stand, everything is documented.
  if (shapes.length < fitting.length || shapes.length === 0) return nothing;
  return lookIntoObject(value, path, shapes);
}

const nothing: Look = { extras: [], inner: [] };

type Shapes = readonly { readonly shape: Readonly<Record<string, z.core.$ZodType>> }[];

function lookIntoObject(value: Readonly<Record<string, unknown>>, path: Open['path'], shapes: Shapes): Look {
  const extras: PlacedDifference[] = [];
  const inner: Open[] = [];
  for (const [key, member] of Object.entries(value)) {
    const schemas = shapes.flatMap(({ shape }) => (Object.hasOwn(shape, key) ? (shape[key] ?? []) : []));
    const at = [...path, key];
    if (schemas.length === 0) extras.push({ kind: 'extra', path: at, found: kindOfValue(member), documented: null });
    else if (isAnyObject(member)) inner.push({ schemas, value: member, path: at });
  }
  return { extras, inner };
}
