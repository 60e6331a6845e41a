import { fitsPattern, isOwn, type Rewriting, roomIn } from './rewriting';

/**
 * The address of one's own that stands for another one: always the same for the same, and never the same for two.
 * Undefined where there is none.
 */
export function aliasOf(rewriting: Rewriting, original: string): string | undefined {
  const paired = rewriting.pairs.get(original);
  if (paired !== undefined) return paired;
  const { pattern, list } = rewriting;
  if (pattern === undefined) return list[hash(original) % Math.max(1, list.length)];
  const [before, after] = pattern;
  const room = roomIn(pattern);
  const plain = plainPart(original);
  return `${before}${plain !== undefined && plain.length <= room ? plain : hashedPart(original, room)}${after}`;
}

/**
 * Whether mail to an address comes to the person who rewrites: an alias that was made before is one's own, too, as far as
 * it can be told from the mailboxes of others.
 */
export function isMine(rewriting: Rewriting, address: string): boolean {
  if (isOwn(rewriting, address)) return true;
  if (rewriting.pairs.has(address) || rewriting.pattern?.[0] === '') return false;
  return originalOf(rewriting, address, new Map()) !== undefined;
}

/** Whom an alias stands for, as far as that can be told from it and from what is known. */
export function originalOf(
  rewriting: Rewriting,
  alias: string,
  known: ReadonlyMap<string, string>,
): string | undefined {
  const remembered = known.get(alias) ?? [...rewriting.pairs].find(([, to]) => to === alias)?.[0];
  if (remembered !== undefined || rewriting.pattern === undefined || !fitsPattern(rewriting.pattern, alias))
    return remembered;
  const [before, after] = rewriting.pattern;
  const part = alias.slice(before.length, -after.length);
  const dot = part.indexOf('.');
  if (dot < 1) return undefined;
  const original = `${part.slice(0, dot).replaceAll('_', '.')}@${part.slice(dot + 1)}`;
  return aliasOf(rewriting, original) === alias ? original : undefined;
}

/** `anna.smith@example.com` is `anna_smith.example.com`: it can be read, and read back. */
function plainPart(original: string): string | undefined {
  const [, local, domain] = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(original) ?? [];
  return local === undefined ? undefined : `${local.replaceAll('.', '_')}.${domain}`;
}

/** No dot follows the last underscore: it is none of the plain ones. */
function hashedPart(original: string, room: number): string {
  const digits = hash(original).toString(36).padStart(hashLength, '0');
  const start = original
    .replace(/@(?=[^@]*$)/, '.')
    .replace(/[^a-z0-9.]+/g, '-')
    .slice(0, room - hashLength - 1)
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '');
  return start === '' ? `x_${digits}` : `${start}_${digits}`;
}

const hashLength = 11;

/** 53 bits of the whole text (cyrb53): the aliases of one mailbox are far too few to meet by chance. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
