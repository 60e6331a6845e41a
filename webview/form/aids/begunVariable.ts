/** A reference that is begun before the caret. */
export interface BegunVariable {
  readonly start: number;
  /** What of its name is there. */
  readonly typed: string;
}

export function begunAt(text: string, caret: number): BegunVariable | undefined {
  const [, typed] = /\{\{\s*([$\w.-]*)$/.exec(text.slice(0, caret)) ?? [];
  return typed === undefined ? undefined : { start: caret - typed.length, typed };
}

/** The text with the whole name, closed, and where the caret is then. */
export function withVariable(
  text: string,
  { start, typed }: BegunVariable,
  name: string,
): { readonly text: string; readonly caret: number } {
  const [rest = ''] = /^[\w.-]*/.exec(text.slice(start + typed.length)) ?? [];
  const after = text.slice(start + typed.length + rest.length).replace(/^\s*\}\}/, '');
  const before = `${text.slice(0, start)}${name}}}`;
  return { text: before + after, caret: before.length };
}

/** Names that go on like what was typed come first, then those that hold it. */
export function namesLike<Named extends { readonly name: string }>(
  names: readonly Named[],
  typed: string,
): readonly Named[] {
  const wanted = typed.toLowerCase();
  const places = names.map((named) => ({ named, at: named.name.toLowerCase().indexOf(wanted) }));
  const found = places.filter(({ at }) => at >= 0);
  return [...found.filter(({ at }) => at === 0), ...found.filter(({ at }) => at > 0)].map(({ named }) => named);
}
