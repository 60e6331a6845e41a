/**
 * The matches of a pattern in a text of any size, and undefined where it is time for a pause. Each is what it is in the
 * whole text, wherever slices of the work end. The pattern takes and looks at no more than `longestMatch` characters.
 */
export function* matchesOf(
  text: string,
  pattern: RegExp,
  slice = sliceOfText,
): Generator<RegExpExecArray | undefined, void> {
  let from = 0;
  for (let to = slice; from < text.length; to += slice) {
    const near = to < text.length ? text.slice(0, to + longestMatch) : text;
    for (let match = matchFrom(near, pattern, from); match !== null && match.index < to; ) {
      from = match.index + match[0].length;
      yield match;
      match = matchFrom(near, pattern, from);
    }
    from = Math.max(from, to);
    if (from < text.length) yield undefined;
  }
}

/** Patterns are shared, also by searches that pause: none counts on where one was left. */
function matchFrom(text: string, pattern: RegExp, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** In characters: what is searched between two pauses. */
export const sliceOfText = 64 * 1024;
/** In characters. */
const longestMatch = 1024;
