import { withoutActive } from '../../core/quoting/oneLine';
import { shortened } from '../../core/quoting/shortened';
import type { JsonValue } from '../../protocol/json';

/**
 * What others wrote, as an assistant is shown it: characters that nobody sees and the marks of HTML and Markdown stand
 * there as JSON would escape them, so that nothing hides in a name, and no name becomes a picture, a link or a heading.
 */
export function visibleText(text: string, most = 500): string {
  const shown = withoutActive(shortened(text, most)).replaceAll('\n', '\\u000a');
  return shown.replace(hidden, escaped).replace(markup, escaped);
}

/** The same for every text and every name within a value. */
export function visibleJson(value: JsonValue, most = 2_000): JsonValue {
  if (typeof value === 'string') return visibleText(value, most);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => visibleJson(item, most));
  const entries = Object.entries(value).map(([name, item]) => [visibleText(name), visibleJson(item, most)]);
  return Object.fromEntries(entries);
}

/** Of no width, fillers, and variants of the character before them: a text can be hidden in any of these. */
const hidden = /[\u00ad\u115f\u1160\u180e\u200b-\u200d\u3164\uffa0]|\p{Variation_Selector}/gu;
const markup = /[<>`]|\](?=\()|!(?=\[)/g;

function escaped(found: string): string {
  return found.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
