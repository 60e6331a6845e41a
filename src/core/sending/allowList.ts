/** More than any list of addresses in one text; a file's content is not searched. */
const longest = 100_000;

/**
 * The bare addresses, in lower case, of a text that is one or a list of them, in any spelling that a mail program takes;
 * none of a text that only mentions one.
 */
export function mailAddresses(text: string): readonly string[] {
  if (text.length > longest) return [];
  const plain = text.replace(/\([^()]*\)/g, ' ').replace(/%(?:40|2c|3b|20|0a|0d)/gi, unescaped);
  return plain.includes('@') ? plain.split(/[,;?&]/).flatMap(addressesOf) : [];
}

/** With or without a name around it, or after the name of a field; the part behind the last "@" is its domain. */
const address = /^(?:mailto:|\w+=)?(?:[^<>]*<)?((?:"[^"]*"|[^\s<>@"]+)@[^\s<>@]+?)>?$/i;

function addressesOf(part: string): readonly string[] {
  const one = address.exec(part.trim())?.[1];
  if (one !== undefined) return [one.toLowerCase()];
  const words = part.trim().split(/\s+/);
  const isList = words.length > 1 && words.every((word) => word.includes('@'));
  return isList ? words.flatMap(addressesOf) : [];
}

function unescaped(sequence: string): string {
  return String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
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
