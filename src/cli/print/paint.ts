import type { Paint } from '../../headless/paint';
import type { Surroundings } from '../surroundings';
import { style } from './terminal';

/** Colours for a terminal that shows them, plain text for everything else. */
export function paintFor({ colors }: Pick<Surroundings, 'colors'>): Paint {
  const painted = (code: number) => (text: string) => (colors ? `${style(code)}${text}${style(0)}` : text);
  return { bold: painted(1), quiet: painted(2), good: painted(32), bad: painted(31) };
}
