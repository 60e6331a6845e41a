/** What others wrote: nothing of it is read as Markdown. (`appendText` would keep lines from wrapping.) */
export function asPlain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!~<>|&]/g, '\\$&');
}

/** Ids stay as they are, to be copied: inside a code span nothing of them is read as Markdown. */
export function asCode(value: string): string {
  const oneLine = value.replace(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...(oneLine.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${oneLine} ${fence}`;
}
