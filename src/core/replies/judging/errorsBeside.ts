import { t } from '@vscode/l10n';

/** A remark on the errors that a success holds beside its data; none where the fields for them are empty. */
export function errorsBeside(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  const named = Object.entries(body).filter(([name, value]) => /^errors?$/i.test(name) && isFilled(value));
  return named.map(([, value]) => t('The reply also holds errors: {0}.', shownErrors(value)));
}

/** Something else than what servers write where there is no error, at any depth. */
function isFilled(value: unknown): boolean {
  if (typeof value === 'object') return value !== null && Object.values(value).some(isFilled);
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== false && value !== 0;
}

const mostShown = 3;
const mostMembers = 6;
const deepestShown = 4;
const longestShown = 200;

/** A sketch in JSON. No text is cut in two: half of a secret could not be told from other text. */
function shownErrors(value: unknown): string {
  return typeof value === 'string' ? whole(value) : JSON.stringify(sketch(value, deepestShown));
}

function sketch(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return whole(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) {
    const items = value.slice(0, mostShown).map((item) => sketch(item, depth - 1));
    return value.length > mostShown ? [...items, '…'] : items;
  }
  const members = Object.entries(value).filter(([name]) => name.length <= longestShown);
  return Object.fromEntries(members.slice(0, mostMembers).map(([name, item]) => [name, sketch(item, depth - 1)]));
}

function whole(text: string): string {
  return text.length > longestShown ? '…' : text;
}
