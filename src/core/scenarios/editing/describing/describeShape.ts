import type { Shape } from '../../../forms/shapes/shape';

/** What a value is, in a few words. */
export function describeShape(shape: Shape): string {
  const plain = plainWords(shape);
  return shape.nullable ? `${plain} or null` : plain;
}

function plainWords(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.format ?? 'text';
    case 'number':
      return shape.integer ? 'whole number' : 'number';
    case 'boolean':
      return 'true or false';
    case 'enum':
      return shape.options.map(({ value }) => JSON.stringify(value)).join(' | ');
    case 'list':
      return `list of ${describeShape(shape.item)}`;
    case 'union':
      return [...new Set(shape.options.map((option) => describeShape(option.shape)))].join(' or ');
    case 'object':
      return 'object';
    case 'any':
      return 'any JSON';
  }
}
