/** A stretch of a text that is to be masked. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** What the mask calls it. */
  readonly name: string;
}

/** The text with masks in place of the spans, which may come in any order and overlap: the longest one gives its name. */
export function maskSpans(text: string, spans: readonly Span[], maskOf: (name: string) => string): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, name } of joinSpans(spans)) {
    pieces.push(text.slice(at, start), maskOf(name));
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number; name: string; longest: number }[] = [];
  for (const { start, end, name } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last === undefined || start >= last.end) {
      joined.push({ start, end, name, longest: end - start });
      continue;
    }
    if (end - start > last.longest) Object.assign(last, { name, longest: end - start });
    last.end = Math.max(last.end, end);
  }
  return joined;
}
