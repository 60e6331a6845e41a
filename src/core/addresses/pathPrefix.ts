import { t } from '@vscode/l10n';
import { shortened } from '../quoting/shortened';
import { type Refused, refused } from './baseUrl';
import { dotSegment } from './dotSegment';
import { oddCharacter } from './oddCharacter';

export interface ParsedPrefix {
  readonly kind: 'pathPrefix';
  /** Empty, or with a slash in front and none at the end. */
  readonly prefix: string;
}

/** Reads the start of paths that a connection puts in the place of the provider's own. */
export function parsePathPrefix(text: string): ParsedPrefix | Refused {
  const reason = whyNone(text);
  if (reason !== undefined) return refused(reason);
  // Behind any origin: only how it is encoded is asked for.
  const { pathname } = new URL(`https://prefix.invalid${text}`);
  return { kind: 'pathPrefix', prefix: pathname.replace(/\/$/, '') };
}

function whyNone(text: string): string | undefined {
  if (text === '') return undefined;
  const character = oddCharacter(text);
  if (character !== undefined) return character;
  const [mark] = /[?#\\]/.exec(text) ?? [];
  if (mark !== undefined) return t('it must not hold "{0}"', mark);
  if (!text.startsWith('/')) return t('it must begin with "/", or be empty');
  if (text.includes('//')) return t('two slashes must not follow each other');
  const segment = dotSegment(text);
  return segment === undefined ? undefined : t('it holds "{0}", which leads to another address', shortened(segment));
}

/** The path with another start; as it is when it does not begin with the standard one. Takes a parsed prefix. */
export function replacePrefix(path: string, standard: string, prefix: string): string {
  return path.startsWith(`${standard}/`) ? `${prefix.replace(/\/+$/, '')}${path.slice(standard.length)}` : path;
}

/** A base URL without the start of paths that it ends in, of those that are known; the longest one counts. */
export function withoutPrefix(baseUrl: string, known: readonly string[]): string {
  const found = known
    .filter((prefix) => prefix !== '' && baseUrl.endsWith(prefix))
    .sort((one, other) => other.length - one.length)[0];
  return found === undefined ? baseUrl : baseUrl.slice(0, -found.length);
}
