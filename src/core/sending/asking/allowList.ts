import { shortened } from '../../quoting/shortened';

/** More than any list of addresses in one text; a file's content is not searched. */
const longest = 100_000;

/**
 * The bare addresses, in lower case, of a text that is one or a list of them, in any spelling that a mail program takes;
 * none of a text that only mentions one.
 */
export function mailAddresses(text: string): readonly string[] {
  if (text.length > longest) return [];
  const plain = text.replace(/\([^()]*\)/g, ' ').replace(/%(?:40|2c|3b|20|0a|0d)/gi, unescaped);
  if (!plain.includes('@')) return [];
  const found = plain.split(/[,;?&]/).flatMap(addressesOf);
  return found.length < plain.split('@').length - 1 ? [...new Set([...found, ...listedIn(plain)])] : found;
}

/** The addresses of a text that holds nothing else but what parts them, whatever that is. */
function listedIn(text: string): readonly string[] {
  const found = [...text.matchAll(plainAddress)].map(([one]) => inLowerCase(one));
  const others = text.replace(plainAddress, ' ').replace(conjunctions, ' ');
  return found.length < 2 || /[\p{L}\p{N}@]/u.test(others) ? [] : found;
}

/** Without the signs that part addresses more often than they belong to one. */
const plainAddress = /[\p{L}\p{N}!#$%'+=?^_{}~.-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;
const conjunctions = /(?<![\p{L}\p{N}])(?:and|or|und|oder|et|ou|y|e)(?![\p{L}\p{N}])/giu;

/** With or without a name around it, or after the name of a field; the part behind the last "@" is its domain. */
const address = /^(?:mailto:|\w+=)?(?:[^<>]*<)?((?:"[^"]*"|[^\s<>@"]+)@[^\s<>@]+?)>?$/i;

function addressesOf(part: string): readonly string[] {
  const one = address.exec(part.trim())?.[1];
  if (one !== undefined) return [inLowerCase(one)];
  const words = part.trim().split(/\s+/);
  const isList = words.length > 1 && words.every((word) => word.includes('@'));
  return isList ? words.flatMap(addressesOf) : [];
}

function unescaped(sequence: string): string {
  return String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
}

/**
 * The recipients that the text of a field names. In one that is meant for addresses nothing with an at sign is passed
 * over: what cannot be read as addresses counts as it stands, since a server may read it in its own way.
 */
export function recipientsOf(field: string, text: string): readonly string[] {
  if (!addressField.test(field) || proseField.test(field)) return mailAddresses(text);
  if (!atSign.test(text)) return [];
  const found = mailAddresses(text);
  const parts = text.split(/[,;]/).filter((part) => part.trim() !== '');
  const isClear = found.length === parts.length && !parts.some((part) => ambiguous.test(part));
  return isClear ? found : [...new Set([...found, shortened(text.trim(), longestShown)])];
}

/** Signs that part the fields of a form may belong to a mailbox, too, and a name that is an address may get the mail. */
const ambiguous = /[?&=%][^\s<>@]*@|@[^<]*</;

const addressField = /mail|^(?:to|b?cc|from)$|recipient|signer|signator|invitee/i;
const proseField = /subject|message|body|text|content|title|note/i;
/** As it is written in full width, in URLs, in HTML, in the headers of mail. */
const atSign = /[@\uFE6B\uFF20]|%(?:25)*40|&#0*64|&#x0*40|&commat|=40/i;
const longestShown = 200;

/**
 * Whether a list of addresses (`anna@example.com`), domains (`example.com`, or with `@` in front) and `*` names an
 * address. Compared letter by letter: an address that only looks like one of the list is none of it.
 */
export function isAllowed(recipient: string, allowed: readonly string[]): boolean {
  if (!singleAddress.test(recipient)) return allowed.includes('*');
  const domain = recipient.slice(recipient.lastIndexOf('@') + 1);
  return allowed.some((entry) => entry === '*' || entry === recipient || entry.replace(/^@/, '') === domain);
}

/** Of what holds more than one, or names the way through another server, it is not known where it goes. */
export const singleAddress = /^[^\s<>@,;%!]+@[^\s<>@,;]+$/;

/** Letters of ASCII alone: others become some of those, such as the sign of Kelvin a "k", and name another mailbox. */
export function inLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The entries of a list as a person wrote them, or of one text with commas between them. */
export function readAllowList(list: unknown): readonly string[] {
  const entries: readonly unknown[] =
    typeof list === 'string' ? list.split(/[,;\s]+/) : Array.isArray(list) ? list : [];
  return entries.flatMap((entry) =>
    typeof entry === 'string' && entry.trim() !== '' ? [inLowerCase(entry.trim())] : [],
  );
}
