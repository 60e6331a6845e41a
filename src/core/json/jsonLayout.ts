/** Spaces a level; without it, everything stands on one line. */
export type Indent = number | undefined;

/** Deeper levels are indented no further: the blanks alone would grow with the square of the depth. */
const deepestIndented = 128;

/** The line break and the blanks in front of a member or item at a depth. */
export function lineStart(indent: Indent, depth: number): string {
  return indent === undefined ? '' : `\n${' '.repeat(indent * Math.min(depth, deepestIndented))}`;
}

export function afterColon(indent: Indent): string {
  return indent === undefined ? ':' : ': ';
}
