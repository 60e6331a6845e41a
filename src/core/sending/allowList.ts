/** A mail address, with or without a name around it; the part behind the last "@" is its domain. */
const address = /^(?:mailto:)?(?:[^<>]*<)?([^\s<>@]+@[^\s<>@]+?)>?$/i;

/** More than any list of addresses in one text; a file's content is not searched. */
const longest = 5000;

/** The bare addresses, in lower case, of a text that is one or a list of them; none of a text that only mentions one. */
export function mailAddresses(text: string): readonly string[] {
  if (text.length > longest || !text.includes('@')) return [];
  const found = text.split(/[,;]/).map((part) => address.exec(part.trim())?.[1]?.toLowerCase());
  return found.filter((one) => one !== undefined);
}

/**
 * Whether a list of addresses (`anna@example.com`), domains (`example.com`, or with `@` in front) and `*` names an
 * address. Compared letter by letter: an address that only looks like one of the list is none of it.
 */
export function isAllowed(recipient: string, allowed: readonly string[]): boolean {
  const domain = recipient.slice(recipient.lastIndexOf('@') + 1);
  return allowed.some((entry) => entry === '*' || entry === recipient || entry.replace(/^@/, '') === domain);
}

/** The entries of a list as a person wrote them, or of one text with commas between them. */
export function readAllowList(list: string | readonly unknown[] | undefined): readonly string[] {
  const entries = typeof list === 'string' ? list.split(/[,;\s]+/) : (list ?? []);
  return entries.flatMap((entry) =>
    typeof entry === 'string' && entry.trim() !== '' ? [entry.trim().toLowerCase()] : [],
  );
}
