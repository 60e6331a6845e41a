import { randomUUID } from 'node:crypto';

/** Nobody else can know it: only a colour of our own begins with it. */
const ours = `\ufdd0${randomUUID()}`;

/** A style of the terminal, such as 31 for red, to be printed as part of a text. */
export function style(code: number): string {
  return `${ours}${code}m`;
}

/**
 * What may be printed: nothing in it moves the cursor, changes the terminal or turns the direction of the text. Line
 * breaks and tabs stay, and so do our own colours; whatever else is active is shown as JSON would escape it.
 */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(active, escapeSequence).replaceAll(ours, '\u001b[');
}

/** The same for what belongs into one line: an error's message cannot make up lines of its own. */
export function oneLine(text: string): string {
  return printable(text).replaceAll('\n', '\\u000a').replaceAll('\t', ' ');
}

/** C0 and C1 controls, marks and overrides of direction, separators of lines, invisible tags, halves of characters. */
const active =
  /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

function escapeSequence(character: string): string {
  return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
