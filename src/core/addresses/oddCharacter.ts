/** Blanks, line ends, controls, and whatever else a person does not see. */
const odd = /[\p{C}\p{Z}\p{DI}\s]/u;

/** What no reader of an address sees in it, in words; undefined when there is nothing of the kind. */
export function oddCharacter(text: string): string | undefined {
  const found = odd.exec(text);
  if (found === null) return undefined;
  const [character] = found;
  const verb = isAtEnd(text, found) ? 'ends with' : found.index === 0 ? 'begins with' : 'holds';
  return `it ${verb} ${nameOf(character)}`;
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
  if (character === ' ') return 'a blank';
  const number = codePoint(character);
  if (character === '\n' || character === '\r') return `a line end (${number})`;
  if (character === '\t') return `a tab (${number})`;
  if (/\p{Cs}/u.test(character)) return `half of a character (${number})`;
  if (/\p{Cc}/u.test(character)) return `a control character (${number})`;
  if (/\p{Bidi_Control}/u.test(character)) return `an invisible character that turns the direction of text (${number})`;
  return /[\p{Z}\s]/u.test(character) ? `an unusual blank (${number})` : `an invisible character (${number})`;
}

/** As it is looked up: `U+200B`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
