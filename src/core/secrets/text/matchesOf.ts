/**
 * The matches of a pattern in a text of any size, and undefined where it is time for a pause. Each is what it is in the
 * whole text, wherever slices of the work end. The pattern takes and looks at no more than `longestMatch` characters.
 */
export function* matchesOf(text: string, pattern: RegExp): Generator<RegExpExecArray | undefined, void> {
  const search = new RegExp(pattern);
  let from = 0;
  for (let to = sliceOfText; from < text.length; to += sliceOfText) {
    const near = text.slice(0, to + longestMatch);
    search.lastIndex = from;
    for (let match = search.exec(near); match !== null && match.index < to; match = search.exec(near)) {
      yield match;
      from = search.lastIndex;
    }
    from = Math.max(from, to);
    if (from < text.length) yield undefined;
  }
}

/** In characters: what is searched between two pauses. */
export const sliceOfText = 64 * 1024;
/** In characters. */
const longestMatch = 1024;
