import type * as z from 'zod';
import type { Shape } from '../../core/forms/shapes/shape';
import { shapeOf } from '../../core/forms/shapes/shapeOf';
import type { Operation } from '../../core/operation';
import { illustrativeText } from './illustrativeText';
import { markdown } from './markdown';

/** One line per documented status: what its body holds. */
export function replyLines({ replies, illustrative = {} }: Operation): readonly string[] {
  return Object.entries(replies).map(([status, schema]) => {
    const unknown = illustrative[Number(status)];
    return `${markdown.code(status)}: ${bodyText(schema)}${unknown === undefined ? '' : ` (${illustrativeText(unknown)})`}`;
  });
}

function bodyText(schema: z.ZodType): string {
  if (schema._zod.def.type === 'undefined') return 'no body';
  if (schema._zod.def.type === 'custom') return 'a file';
  const names = [...new Set(namesIn('', shapeOf(schema)))];
  return names.length === 0 ? 'any body' : names.map(markdown.code).join(', ');
}

/** Names of everything that holds a value; `?` for what may be absent. */
function namesIn(name: string, shape: Shape): readonly string[] {
  switch (shape.kind) {
    case 'object': {
      const prefix = name === '' ? '' : `${name}.`;
      const named = [...shape.properties].flatMap(([key, property]) =>
        namesIn(`${prefix}${key}${shape.required.has(key) ? '' : '?'}`, property),
      );
      return named.length === 0 && name !== '' ? [name] : named;
    }
    case 'list':
      return namesIn(`${name}[]`, shape.item);
    case 'union':
      return shape.options.flatMap((option) => namesIn(name, option.shape));
    default:
      return name === '' ? [] : [name];
  }
}
