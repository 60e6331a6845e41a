import { t } from '@vscode/l10n';
import { inLowerCase, singleAddress } from '../asking/allowList';

/** By what the recipients of a connection are replaced at the moment of sending: addresses of one's own. */
export interface Rewriting {
  /** `me+*@company.example` in two parts: what the original address becomes stands between them. */
  readonly pattern?: readonly [before: string, after: string];
  /** Whose alias is which. */
  readonly pairs: ReadonlyMap<string, string>;
  /** One's own. Without a pattern they are the aliases, otherwise they are left as they are. */
  readonly list: readonly string[];
  /** In the place of every phone number; without it numbers are left out. */
  readonly phone?: string;
  /** In the place of the names of people, with or without a `*` that tells them apart; without it names stay. */
  readonly name?: string;
}

export type RewritingOutcome =
  | { readonly kind: 'rewriting'; readonly rewriting: Rewriting | undefined }
  /** `reason` says of the entry what is wrong with it and what to write. */
  | { readonly kind: 'refused'; readonly entry: string; readonly reason: string };

/** The entries as a person wrote them, or of one text with commas between them. Undefined where nothing is wished. */
export function readRewriting(written: string | readonly string[] = []): RewritingOutcome {
  const entries = (typeof written === 'string' ? written.split(/[,;\n]/) : written).map((entry) => entry.trim());
  const found: ReadEntry[] = [];
  for (const entry of entries.filter((one) => one !== '')) {
    const read = readName(entry) ?? readEntry(inLowerCase(entry));
    if (typeof read === 'string') return { kind: 'refused', entry, reason: read };
    const isSecond = read.pattern !== undefined && found.some(({ pattern }) => pattern !== undefined);
    if (isSecond) return { kind: 'refused', entry, reason: t('there is another pattern already: keep one of them') };
    found.push(read);
  }
  return joined(found);
}

function joined(found: readonly ReadEntry[]): RewritingOutcome {
  const pairs = new Map(found.flatMap(({ pair }) => (pair === undefined ? [] : [pair])));
  const list = found.flatMap(({ own }) => own ?? []);
  const pattern = found.find((one) => one.pattern !== undefined)?.pattern;
  const phone = found.findLast((one) => one.phone !== undefined)?.phone;
  const name = found.findLast((one) => one.name !== undefined)?.name;
  if (pattern === undefined && pairs.size + list.length === 0) {
    const alone = phone ?? (name === undefined ? undefined : `name: ${name}`);
    if (alone === undefined) return { kind: 'rewriting', rewriting: undefined };
    const reason =
      phone === undefined
        ? t('a name alone replaces no address: add me+*@company.example')
        : t('a number alone replaces no address: add me+*@company.example');
    return { kind: 'refused', entry: alone, reason };
  }
  const others = { ...(phone !== undefined && { phone }), ...(name !== undefined && { name }) };
  return { kind: 'rewriting', rewriting: { pairs, list, ...(pattern && { pattern }), ...others } };
}

interface ReadEntry {
  readonly pattern?: NonNullable<Rewriting['pattern']>;
  readonly pair?: readonly [from: string, to: string];
  readonly own?: string;
  readonly phone?: string;
  readonly name?: string;
}

/** `name: Test *`. */
function readName(entry: string): ReadEntry | string | undefined {
  const written = /^names?\s*:(.*)$/i.exec(entry)?.[1];
  if (written === undefined) return undefined;
  const name = written.trim().replace(/\s+/g, ' ');
  return name !== '' && name.split('*').length <= 2 && !name.includes('@')
    ? { name }
    : t('it must read name: Test *, with at most one *, which becomes a letter for each person');
}

function readEntry(entry: string): ReadEntry | string {
  if (/^\+?[\d ().-]{6,20}$/.test(entry))
    return { phone: `${entry.startsWith('+') ? '+' : ''}${entry.replace(/\D/g, '')}` };
  const [, from, to] = /^([^=]+@[^=]+)=(.+)$/.exec(entry) ?? [];
  if (from !== undefined && to !== undefined) {
    const both = singleAddress.test(from.trim()) && isOwnAddress(to.trim());
    return both ? { pair: [from.trim(), to.trim()] } : t('it must read original@example.com=alias@company.example');
  }
  if (!entry.includes('*')) return isOwnAddress(entry) ? { own: entry } : noAddress();
  return readPattern(entry);
}

function noAddress(): string {
  return t('it is no address: write me+*@company.example, addresses of your own, a phone number, or name: Test *');
}

function readPattern(entry: string): ReadEntry | string {
  const [before = '', after = '', ...more] = entry.split('*');
  const isPattern = more.length === 0 && after.includes('@') && isOwnAddress(`${before}x${after}`);
  if (!isPattern) return t('it must have one * in front of the @, such as me+*@company.example');
  if (roomIn([before, after]) < leastRoom)
    return t('too little room is left for the * in 64 characters: shorten what stands around it');
  return { pattern: [before, after] };
}

/** Of the original address as it is made into a part of the alias. */
export function roomIn([before, after]: NonNullable<Rewriting['pattern']>): number {
  return longestLocalPart - before.length - after.indexOf('@');
}

/** Of RFC 5321. */
const longestLocalPart = 64;
const leastRoom = 20;

/** Without `*`, which is the pattern's own sign here. */
const localPart = /^[a-z0-9!#$%&'+/?^_`{|}~-]+(?:\.[a-z0-9!#$%&'+/?^_`{|}~-]+)*$/;

function isOwnAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return singleAddress.test(text) && localPart.test(text.slice(0, at)) && text.slice(at + 1).includes('.');
}

/** Whether mail to an address comes to the person who rewrites. */
export function isOwn({ pattern, pairs, list }: Rewriting, address: string): boolean {
  // Who is to be replaced gets no mail, also where others are replaced by the same address.
  if (pairs.has(address)) return pairs.get(address) === address;
  if (list.includes(address) || [...pairs.values()].includes(address)) return true;
  if (pattern === undefined) return false;
  const [before, after] = pattern;
  // Without a tag whatever fits the pattern may be a mailbox of somebody else.
  if (!before.includes('+')) return false;
  return (
    address === `${before.slice(0, before.indexOf('+'))}${after.slice(after.indexOf('@'))}` ||
    fitsPattern(pattern, address)
  );
}

/** Whether an address could have been made by a pattern. */
export function fitsPattern([before, after]: NonNullable<Rewriting['pattern']>, address: string): boolean {
  const isOfPattern =
    address.startsWith(before) && address.endsWith(after) && address.length > before.length + after.length;
  return isOfPattern && !address.slice(before.length, -after.length).includes('@');
}
