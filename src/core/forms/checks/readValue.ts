import { joinPointer } from '../../requests/pointer';
import { ownValue } from '../../typing/ownValue';
import type { EnumShape, ListShape, ObjectShape, Shape } from '../shapes/shape';
import { chooseOption } from '../shapes/unionShape';
import { UnknownKeys, type UnknownKeysTold } from './unknownKeys';

/**
 * Turns the second form that some sources use ("1" for 1, "true" for true, an object for its id) into the schema's own,
 * where the schema accepts both, and tells of properties that nobody documents. What is not exactly such a form is left
 * for the schema to refuse. Gives back the same value when nothing changes.
 */
export function readValue(shape: Shape, value: unknown, pointer: string, told: UnknownKeysTold): unknown {
  if (typeof value === 'string') return shape.meta.alsoAccepts === 'string' ? readText(shape, value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const second = readSecondForm(shape, value);
  if (second !== undefined) return second;
  if (shape.kind === 'union') {
    const option = chooseOption(shape, value);
    return option ? readValue(option.shape, value, pointer, told) : value;
  }
  if (Array.isArray(value)) return shape.kind === 'list' ? readList(shape, value, pointer, told) : value;
  return shape.kind === 'object' ? readObject(shape, value, pointer, told) : value;
}

function readText(shape: Shape, text: string): unknown {
  switch (shape.kind) {
    case 'number':
      return String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text;
    case 'boolean':
      return text === 'true' || (text === 'false' ? false : text);
    case 'enum':
      return constantOf(shape, text);
    case 'union':
      return shape.options.map((option) => readText(option.shape, text)).find((read) => read !== text) ?? text;
    default:
      return text;
  }
}

/** Undefined where the value stands for itself. */
function readSecondForm({ meta: { alsoAccepts } }: Shape, value: object): unknown {
  if (alsoAccepts === 'emptyList') return Array.isArray(value) && value.length === 0 ? {} : undefined;
  const id = alsoAccepts === 'object' ? ownValue(value, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
}

function constantOf({ options }: EnumShape, text: string): unknown {
  if (options.some(({ value }) => value === text)) return text;
  const option = options.find(({ value }) => value !== null && typeof value !== 'string' && String(value) === text);
  return option ? option.value : text;
}

function readList({ item }: ListShape, values: readonly unknown[], pointer: string, told: UnknownKeysTold): unknown {
  const read = values.map((value, index) => readValue(item, value, joinPointer(pointer, index), told));
  return read.some((value, index) => value !== values[index]) ? read : values;
}

function readObject(shape: ObjectShape, value: object, pointer: string, told: UnknownKeysTold): unknown {
  const changed: [string, unknown][] = [];
  let unknown: UnknownKeys | undefined;
  for (const key of Object.keys(value)) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    const property = shape.properties.get(key) ?? shape.others;
    if (property === undefined) {
      unknown ??= new UnknownKeys(shape, value, pointer);
      told.tell(unknown, key);
      continue;
    }
    if (typeof item !== 'object' && (typeof item !== 'string' || property.meta.alsoAccepts !== 'string')) continue;
    const read = readValue(property, item, joinPointer(pointer, key), told);
    if (read !== item) changed.push([key, read]);
  }
  // fromEntries and spreading define properties instead of assigning them, so no key reaches a prototype.
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}
