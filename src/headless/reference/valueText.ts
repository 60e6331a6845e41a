import { markdown } from './markdown';

/** A value as code: texts without quotation marks, unless they would look like another kind of value. */
export function valueText(value: unknown): string {
  const isPlain = typeof value === 'string' && !/^(?:|-?[\d.]+|true|false|null|\s.*|.*\s)$/.test(value);
  return markdown.code(isPlain ? value : JSON.stringify(value));
}
