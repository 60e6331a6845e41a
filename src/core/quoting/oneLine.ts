import { shortened } from './shortened';

/**
 * A text in which nothing moves a cursor, changes a terminal or turns the direction of what stands beside it: whatever
 * does is shown as JSON would escape it. Line ends and tabs stay.
 */
export function withoutActive(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(active, escapeSequence);
}

/** The same for what belongs into one line: what is quoted cannot make up lines of its own. */
export function oneLine(text: string): string {
  return withoutActive(text).replaceAll('\n', '\\u000a').replaceAll('\t', ' ');
}

/** A name or an address of somebody else in a sentence of ours: in one line, short, and unable to end its quotes. */
export function quotable(text: string, most?: number): string {
  // The escapes of a text may be six times as long as it is.
  return shortened(oneLine(shortened(text, most)), most).replaceAll('"', "'");
}

/** C0 and C1 controls, marks and overrides of direction, separators of lines, invisible tags, halves of characters. */
const active =
  /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

function escapeSequence(character: string): string {
  return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
