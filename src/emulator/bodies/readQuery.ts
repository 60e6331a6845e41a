import type { EmulatedQuery } from '../../core/emulation';

/** A query as it arrives: a name that is repeated has a list. */
export function readQuery(text: string): EmulatedQuery {
  const query = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const earlier = query.get(name);
    if (earlier === undefined) query.set(name, value);
    else if (typeof earlier === 'string') query.set(name, [earlier, value]);
    else earlier.push(value);
  }
  return Object.fromEntries(query);
}
