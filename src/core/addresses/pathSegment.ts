import { t } from '@vscode/l10n';
import { shortened } from '../quoting/shortened';
import { type Refused, refused } from './baseUrl';
import { dotSegment } from './dotSegment';
import { unsendableCharacter } from './oddCharacter';

export interface PathSegment {
  readonly kind: 'segment';
  /** Percent-encoded, slashes included. */
  readonly text: string;
}

/** Stands for itself, and can be nothing else. */
const plain = /^[\w-]+$/;

/** A value as one segment of a path, which can lead nowhere but one level down. */
export function pathSegment(value: unknown): PathSegment | Refused {
  if (value === undefined || value === null) return refused(empty());
  if (typeof value === 'object') return refused(t('This is no ID; a single value is needed.'));
  const text = String(value);
  if (plain.test(text)) return { kind: 'segment', text };
  if (text.trim() === '') return refused(empty());
  const character = unsendableCharacter(text);
  if (character !== undefined) return refused(t('It holds {0}, which no address may hold.', character));
  const dots = dotSegment(text);
  if (dots !== undefined) return refused(t('"{0}": this is no ID; it would lead to another address.', shortened(dots)));
  return { kind: 'segment', text: encodeURIComponent(text) };
}

const empty = () => t('This is empty; without a value the call would go to another address.');
