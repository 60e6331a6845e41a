import { randomUUID } from 'node:crypto';
import { withoutActive } from '../../core/quoting/oneLine';

/** Nobody else can know it: only a colour of our own begins with it. */
const ours = `\ufdd0${randomUUID()}`;

/** A style of the terminal, such as 31 for red, to be printed as part of a text. */
export function style(code: number): string {
  return `${ours}${code}m`;
}

/** What may be printed: whatever is active is escaped but our own colours. */
export function printable(text: string): string {
  return withoutActive(text).replaceAll(ours, '\u001b[');
}
