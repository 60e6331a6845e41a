const longestCompared = 40;

/** The name that was probably meant: equal but for case and punctuation, or at most a few letters away. */
export function closest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > longestCompared) return undefined;
  const wanted = plain(name);
  let best: string | undefined;
  let limit = Math.min(Math.floor(wanted.length / 4) + 1, Math.ceil(wanted.length / 2) - 1);
  for (const candidate of known) {
    const other = plain(candidate);
    if (candidate.length > longestCompared || Math.abs(other.length - wanted.length) > limit) continue;
    const distance = distanceOf(wanted, other);
    if (distance > limit) continue;
    best = candidate;
    limit = distance - 1;
  }
  return best;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_\s-]/g, '');
}

/** Levenshtein, row by row in place. */
function distanceOf(one: string, other: string): number {
  const row = Array.from({ length: other.length + 1 }, (_item, index) => index);
  for (let i = 0; i < one.length; i += 1) {
    let diagonal = row[0] ?? 0;
    row[0] = i + 1;
    for (let j = 0; j < other.length; j += 1) {
      const above = row[j + 1] ?? 0;
      const replaced = diagonal + (one[i] === other[j] ? 0 : 1);
      row[j + 1] = Math.min(replaced, above + 1, (row[j] ?? 0) + 1);
      diagonal = above;
    }
  }
  return row[other.length] ?? 0;
}
