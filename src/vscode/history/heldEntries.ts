import type { EntryHolder } from '../shell/contributions/tables/historyCommands';

/** Ids of the entries that a command is for: those that are selected, where its node is among them. */
export function heldEntries(node: EntryHolder | undefined, selected: readonly EntryHolder[] = []): readonly string[] {
  const isAmong = node === undefined || selected.includes(node);
  const holders = isAmong && selected.length > 0 ? selected : [node ?? {}];
  return [...new Set(holders.flatMap(idsOf))];
}

/** Of an entry, of a run of a scenario, of a day. */
function idsOf({ id, entries, children }: EntryHolder): readonly string[] {
  const inner = entries ?? children;
  return inner?.flatMap(idsOf) ?? (id === undefined ? [] : [id]);
}
