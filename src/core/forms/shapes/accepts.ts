import type { NumberShape, Shape, TextShape } from './shape';

/** Whether a scalar fits its shape, as far as shapes tell; lists and objects are not looked into. */
export function accepts(shape: Shape, value: unknown): boolean {
  if (value === null) return shape.nullable;
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' && acceptsText(shape, value);
    case 'number':
      return typeof value === 'number' && acceptsNumber(shape, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'enum':
      return shape.options.some((option) => option.value === value);
    case 'union':
      return shape.options.some((option) => accepts(option.shape, value));
    case 'list':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'any':
      return true;
  }
}

function acceptsText({ minLength = 0, maxLength = Number.POSITIVE_INFINITY, patterns }: TextShape, text: string) {
  return (
    text.length >= minLength &&
    text.length <= maxLength &&
    patterns.every((pattern) => new RegExp(pattern, 'u').test(text))
  );
}

function acceptsNumber(shape: NumberShape, value: number): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = shape;
  return (
    (!shape.integer || Number.isSafeInteger(value)) &&
    (minimum === undefined || value >= minimum) &&
    (maximum === undefined || value <= maximum) &&
    (exclusiveMinimum === undefined || value > exclusiveMinimum) &&
    (exclusiveMaximum === undefined || value < exclusiveMaximum)
  );
}
