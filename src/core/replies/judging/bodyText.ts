import { t } from '@vscode/l10n';
import type { Reply } from '../../http';
import { shortened } from '../../quoting/shortened';
import { replyBody } from '../body/replyBody';
import { nameOfValue } from './departures';

export function isFile(reply: Reply): boolean {
  return replyBody(reply).kind === 'binary';
}

const mostKeys = 5;

export function bodySummary(body: unknown): string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return nameOfValue(body);
  const keys = Object.keys(body);
  if (keys.length === 0) return t('an empty object');
  const named = keys
    .slice(0, mostKeys)
    .map((key) => `"${shortened(key, 40)}"`)
    .join(', ');
  const rest = keys.length - mostKeys;
  return rest > 0 ? t('an object with {0} and {1} more', named, rest) : t('an object with {0}', named);
}

export function nameOfText(text: string): string {
  if (text.startsWith('<')) return 'XML';
  return /^[[{"]/.test(text) ? t('broken JSON') : t('text');
}

/** An object or a list that has begun and has no end. */
export function endsEarly(text: string): boolean {
  return (text.startsWith('{') && !text.endsWith('}')) || (text.startsWith('[') && !text.endsWith(']'));
}

/** Comments, a prefix of another format, a notice of the server: with JSON in the middle. */
export function isWrapped(text: string): boolean {
  const [from, to] = innerJson(text);
  if (from < 0 || to <= from || to - from === text.length || !/^(?:\{|\[\s*[{\]])/.test(text.slice(from, from + 100)))
    return false;
  try {
    JSON.parse(text.slice(from, to));
    return true;
  } catch {
    // A brace in a text makes no JSON.
    return false;
  }
}

export function sideOf(text: string): 'before' | 'after' | 'around' {
  const [from, to] = innerJson(text);
  if (from === 0) return 'after';
  return to === text.length ? 'before' : 'around';
}

function innerJson(text: string): readonly [from: number, to: number] {
  return [text.search(/[[{]/), Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1];
}
