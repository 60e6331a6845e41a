import type { JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';
import { rewriteJson } from '../../json/rewriting/rewriteJson';
import type { RequestValues } from '../../operation';
import { joinPointer } from '../../requests/pointer';
import { inLowerCase } from '../asking/allowList';
import { phoneIn } from '../asking/phoneNumbers';
import type { Rewriting } from './rewriting';
import type { RewrittenRecipient } from './rewrittenRecipient';

export function isSameNumber(number: string, own: string | undefined): boolean {
  return own !== undefined && number.replace('+', '') === own.replace('+', '');
}

/** Puts aliases in the place of the addresses that they are known for, and one number in the place of all others. */
export class Rewriter {
  readonly #phone: string | undefined;
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #files: ReadonlySet<string>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #mentioned: RegExp | undefined;
  readonly #phones = new Map<string, string | undefined>();

  constructor(
    { phone }: Rewriting,
    aliases: ReadonlyMap<string, string>,
    { files, names }: { readonly files: ReadonlySet<string>; readonly names: ReadonlyMap<string, string> },
  ) {
    this.#names = names;
    this.#phone = phone;
    this.#aliases = aliases;
    this.#files = files;
    // The longest first: one address may be the end of another.
    const known = [...aliases.keys()].sort((one, other) => other.length - one.length).map(escaped);
    this.#mentioned =
      known.length === 0 ? undefined : new RegExp(`${noneBefore}(?:${known.join('|')})${noneBehind}`, 'gu');
  }

  phones(): readonly RewrittenRecipient[] {
    return [...this.#phones].map(([from, to]) => ({ from, to }));
  }

  section(values: NonNullable<RequestValues['path']>, pointer: string): JsonValue {
    return this.value(values, pointer, '') ?? {};
  }

  /** Undefined for what is left out. Items of a list stand under its key. */
  value(value: JsonValue, pointer: string, key: string): JsonValue | undefined {
    if (isList(value)) {
      return value.map((item, index) => this.value(item, joinPointer(pointer, index), key) ?? item);
    }
    if (!isObject(value)) return this.#scalar(value, pointer, key);
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, item]) => {
        const changed = this.value(item as JsonValue, joinPointer(pointer, name), name);
        return changed === undefined ? [] : [[name, changed]];
      }),
    );
  }

  /** The same in the text of a request file, where digits, escapes and order stay as they are. */
  text(written: string): string {
    return rewriteJson(written, (place) => {
      const path = place.path();
      const section = path[0];
      if (section !== 'path' && section !== 'query' && section !== 'body') return undefined;
      const key = path.findLast((one) => typeof one === 'string') ?? '';
      const changed = this.#scalar(place.value, joinPointer('', ...path), path.length === 1 ? '' : key);
      // What is left out of the values is left out of what is printed; here it only must not stand any more.
      return Object.is(changed, place.value) ? undefined : JSON.stringify(changed ?? null);
    }).text;
  }

  #scalar(value: JsonValue, pointer: string, key: string): JsonValue | undefined {
    if (this.#files.has(pointer)) return value;
    const name = this.#names.get(pointer);
    if (name !== undefined && typeof value === 'string') return name;
    const number = phoneIn(key, value);
    if (number !== undefined) return this.#replacePhone(value, number);
    return typeof value === 'string' ? this.#replaceAddresses(value) : value;
  }

  #replacePhone(value: JsonValue, number: string): JsonValue | undefined {
    if (isSameNumber(number, this.#phone)) return value;
    this.#phones.set(number, this.#phone);
    if (this.#phone === undefined) return undefined;
    return typeof value === 'number' ? Number(this.#phone.replace(/\D/g, '')) : this.#phone;
  }

  #replaceAddresses(text: string): string {
    if (this.#mentioned === undefined) return text;
    const compared = inLowerCase(text);
    let end = 0;
    let replaced = '';
    for (const { 0: found, index } of compared.matchAll(this.#mentioned)) {
      replaced += text.slice(end, index) + (this.#aliases.get(found) ?? found);
      end = index + found.length;
    }
    return replaced + text.slice(end);
  }
}

/** An address that is part of a longer one is another one; "/" and "|" part addresses, and what they belong to is looked at again. */
const noneBefore = "(?<![\\p{L}\\p{N}.!#$%&'*+=?^_`{}~@-])";
const noneBehind = '(?![\\p{L}\\p{N}_@-]|\\.[\\p{L}\\p{N}])';

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
