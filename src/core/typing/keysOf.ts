/* What `Object.keys` and `Object.fromEntries` forget of the tables they are given. */

/** The names of a table that is written out: a value that came from elsewhere may hold more than its type says. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[];
}

/** Every name of the type has to be among the entries. */
export function recordOf<Key extends string, Value>(entries: readonly (readonly [Key, Value])[]): Record<Key, Value> {
  return Object.fromEntries(entries) as Record<Key, Value>;
}

/** The named members that are there, so that an absent one stays absent. */
export function pick<T extends object, Key extends keyof T>(
  from: T,
  keys: readonly Key[],
): { [Name in Key]?: Exclude<T[Name], undefined> } {
  const present = keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]] as const]));
  return Object.fromEntries(present) as { [Name in Key]?: Exclude<T[Name], undefined> };
}
