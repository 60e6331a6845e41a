import type { Surroundings } from './surroundings';

export interface Paint {
  bold(text: string): string;
  quiet(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}

/** Colours for a terminal that shows them, plain text for everything else. */
export function paintFor({ colors }: Pick<Surroundings, 'colors'>): Paint {
  const style = (code: number) => (text: string) => (colors ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: style(1), quiet: style(2), good: style(32), bad: style(31) };
}
