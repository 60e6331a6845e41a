/** Spaces a level; without it, everything stands on one line. */
export type Indent = number | undefined;

/** Deeper levels stand on one line: blanks in front of each would grow with the square of the depth. */
const deepestIndented = 64;

/** The line break and the blanks in front of a member or item at a depth. */
export function lineStart(indent: Indent, depth: number): string {
  return indent === undefined || depth > deepestIndented ? '' : `\n${' '.repeat(indent * depth)}`;
}

export function afterColon(indent: Indent): string {
  return indent === undefined ? ':' : ': ';
}
