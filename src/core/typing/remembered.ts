/** A function of a text alone that is asked for the same few texts again and again. It keeps the last ones, up to so many. */
export function remembered<Result>(most: number, find: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept.result;
    const result = find(text);
    if (known.size >= most) known.clear();
    // Long texts are seldom asked for twice, and would stay for good.
    if (text.length <= longestKept) known.set(text, { result });
    return result;
  };
}

/** In characters. */
const longestKept = 1_000;
