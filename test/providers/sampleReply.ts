import type * as z from 'zod';

/** A value that a schema accepts, with everything in it that may be there. */
export function sampleReply(schema: z.core.$ZodType): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
    case 'catch':
      return sampleReply(def.innerType);
    case 'union':
      return sampleReply(def.options[0] as z.core.$ZodType);
    case 'array':
      return [sampleReply(def.element)];
    case 'object':
      return Object.fromEntries(Object.entries(def.shape).map(([key, part]) => [key, sampleReply(part)]));
    case 'record':
      return { some: sampleReply(def.valueType) };
    case 'literal':
      return def.values[0];
    case 'enum':
      return Object.values(def.entries)[0];
    case 'string':
      return textOf(schema);
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    // A file.
    case 'custom':
      return new TextEncoder().encode('%PDF-1.4\n');
    default:
      return {};
  }
}

const candidates = [
  'some text',
  'https://pages.example/s?token=0123456789',
  'ann@example.com',
  '/members/1',
  '2030-01-01',
];

function textOf(schema: z.core.$ZodType): string {
  const accepted = candidates.find((text) => (schema as z.ZodType).safeParse(text).success);
  return accepted ?? 'some text';
}
