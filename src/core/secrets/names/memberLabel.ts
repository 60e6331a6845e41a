import { JsonScanner } from '../../json/jsonScanner';
import type { JsonHolder } from '../../json/rewriting/scalarPlace';

/** Whether a member is called by what another one beside it says: `{"name": "Authorization", "value": …}`. */
export function isCalledBeside(key: string): boolean {
  return key.length <= longestKey && called.has(key.toLowerCase());
}

/** What members of an object may be called by, wherever that stands among the first of them. */
export function labelsIn(holder: JsonHolder): readonly string[] {
  const known = labelsOfHolders.get(holder) ?? readLabels(holder);
  labelsOfHolders.set(holder, known);
  return known;
}

function readLabels({ text, start }: JsonHolder): readonly string[] {
  const scanner = new JsonScanner(text.slice(start));
  const found: string[] = [];
  let isLabel = false;
  for (let tokens = 0; tokens < mostTokens; tokens += 1) {
    const token = scanner.next();
    if (token === 'end' || token === 'fault' || scanner.depth === 0) return found;
    if (isLabel && token === 'string') found.push(scanner.content());
    isLabel = token === 'key' && scanner.depth === 1 && isLabelName(scanner.content());
  }
  return found;
}

/** The same of an object. */
export function labelsOf(holder: object): readonly string[] {
  const members = holder as Readonly<Record<string, unknown>>;
  return labelSpellings.flatMap((spelling) => {
    const label = Object.hasOwn(members, spelling) ? members[spelling] : undefined;
    return typeof label === 'string' ? [label] : [];
  });
}

export function isLabelName(key: string): boolean {
  return key.length <= longestKey && labels.has(key.toLowerCase());
}

/** Each is read once, however many members ask. */
const labelsOfHolders = new WeakMap<JsonHolder, readonly string[]>();

const labels: ReadonlySet<string> = new Set([
  'name',
  'key',
  'header',
  'field',
  'parameter',
  'param',
  'property',
  'id',
  'k',
]);
const called: ReadonlySet<string> = new Set(['value', 'values', 'content', 'val', 'v']);
const labelSpellings = [...labels].flatMap((name) => [
  name,
  `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
  name.toUpperCase(),
]);
const longestKey = 9;
/** An object that is called by a member of it has few. */
const mostTokens = 64;
