import * as z from 'zod';
import { joinPointer } from '../../src/core/requests/pointer';
import type { JsonValue } from '../../src/protocol/json';

/** A value that a schema describes, with every optional member, and a secret wherever the schema says so. */
export function sampleOf(schema: z.core.$ZodType, secretOf: (isLink: boolean) => JsonValue): JsonValue {
  return new Sampler(secretOf).sample(schema, '', 0);
}

/** Pointers of all places that the schema keeps secret; items are the first ones. */
export function secretPointers(schema: z.core.$ZodType): readonly string[] {
  const known = pointersOf.get(schema) ?? findPointers(schema);
  pointersOf.set(schema, known);
  return known;
}

const pointersOf = new WeakMap<z.core.$ZodType, readonly string[]>();

function findPointers(schema: z.core.$ZodType): readonly string[] {
  const pointers = new Map<string, string>();
  const mark = '@secret@';
  const visit = (value: JsonValue, pointer: string): void => {
    if (value === mark) pointers.set(pointer, pointer);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) visit(item as JsonValue, joinPointer(pointer, key));
  };
  visit(
    sampleOf(schema, () => mark),
    '',
  );
  return [...pointers.keys()];
}

class Sampler {
  readonly #secretOf: (isLink: boolean) => JsonValue;

  constructor(secretOf: (isLink: boolean) => JsonValue) {
    this.#secretOf = secretOf;
  }

  sample(schema: z.core.$ZodType, name: string, depth: number): JsonValue {
    if (z.globalRegistry.get(schema)?.secret === true) return this.#secretOf(/link|url/i.test(name));
    const { def } = (schema as z.core.$ZodTypes)._zod;
    switch (def.type) {
      case 'optional':
      case 'nullable':
      case 'default':
        return this.sample(def.innerType, name, depth);
      case 'lazy':
        return depth > 6 ? null : this.sample(def.getter(), name, depth + 1);
      case 'union':
        return this.#fullest(def.options.map((option) => this.sample(option, name, depth + 1)));
      case 'array':
        return [this.sample(def.element, name, depth + 1), this.sample(def.element, name, depth + 1)];
      case 'object':
        return Object.fromEntries(
          Object.entries(def.shape).map(([key, member]) => [key, this.sample(member, key, depth + 1)]),
        );
      case 'record':
        return { 'X-Any': this.sample(def.valueType, name, depth + 1) };
      case 'literal':
        return (def.values[0] ?? null) as JsonValue;
      case 'enum':
        return Object.values(def.entries)[0] ?? null;
      case 'number':
        return 7;
      case 'boolean':
        return true;
      case 'string':
        return 'plain';
      default:
        return null;
    }
  }

  /** Of the alternatives the one that says most. */
  #fullest(samples: readonly JsonValue[]): JsonValue {
    const [first = null, ...others] = samples;
    return others.reduce(
      (best, sample) => (JSON.stringify(sample).length > JSON.stringify(best).length ? sample : best),
      first,
    );
  }
}
