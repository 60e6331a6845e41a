import { t } from '@vscode/l10n';

/** Blanks, line ends, controls, and whatever else a person does not see. */
const odd = /[\p{C}\p{Z}\p{DI}\s]/u;

/** What no reader of an address sees in it, in words; undefined when there is nothing of the kind. */
export function oddCharacter(text: string): string | undefined {
  const found = odd.exec(text);
  if (found === null) return undefined;
  const [character] = found;
  const name = nameOf(character);
  if (isAtEnd(text, found)) return t('it ends with {0}', name);
  return found.index === 0 ? t('it begins with {0}', name) : t('it holds {0}', name);
}

/** What cannot be sent in any value: controls, and halves of characters. */
export function unsendableCharacter(text: string): string | undefined {
  const [character] = /\p{Cc}|\p{Cs}/u.exec(text) ?? [];
  return character && nameOf(character);
}

/** Half of a character has no bytes in UTF-8: another one would be sent in its place. */
export function loneSurrogate(text: string): string | undefined {
  const [character] = /\p{Cs}/u.exec(text) ?? [];
  return character && nameOf(character);
}

function isAtEnd(text: string, { 0: character, index }: RegExpExecArray): boolean {
  return index > 0 && text.slice(index + character.length).trim() === '';
}

function nameOf(character: string): string {
  if (character === ' ') return t('a blank');
  const number = codePoint(character);
  if (character === '\n' || character === '\r') return t('a line end ({0})', number);
  if (character === '\t') return t('a tab ({0})', number);
  if (/\p{Cs}/u.test(character)) return t('half of a character ({0})', number);
  if (/\p{Cc}/u.test(character)) return t('a control character ({0})', number);
  if (/\p{Bidi_Control}/u.test(character))
    return t('an invisible character that turns the direction of text ({0})', number);
  return /[\p{Z}\s]/u.test(character) ? t('an unusual blank ({0})', number) : t('an invisible character ({0})', number);
}

/** As it is looked up: `U+200B`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
