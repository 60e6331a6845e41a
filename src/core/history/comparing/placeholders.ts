import { type ChangingValue, changingValue, withinTexts } from './changingValue';

/** Where a text stands in what is compared. */
export interface ComparedPlace {
  /** Of all that stands in a run: values of two runs at the same place play the same part. */
  readonly key: string;
  /** Of the nearest member or header. */
  readonly name: string;
  /** Of the member around it. */
  readonly around?: string;
}

interface Placeholder {
  readonly text: string;
  readonly form: string;
  readonly value: string;
}

/**
 * Puts placeholders in the place of the ids and times of one run. Those of the run that it is compared with are taken over
 * where the value is the same or plays the same part; one placeholder never stands for two values of a run.
 */
export class Placeholders {
  readonly #other: Placeholders | undefined;
  readonly #elsewhere: ReadonlySet<string>;
  readonly #byValue = new Map<string, Placeholder>();
  readonly #byPlace = new Map<string, Placeholder>();
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** `ids`: all of this run, so that none of them loses its placeholder to another one. */
  constructor(other?: Placeholders, ids: ReadonlySet<string> = new Set()) {
    this.#other = other;
    this.#elsewhere = ids;
    for (const [words, count] of other === undefined ? [] : other.#counts) this.#counts.set(words, count);
  }

  get ids(): ReadonlySet<string> {
    return new Set(this.#byValue.keys());
  }

  /** Of a whole value; undefined for one that matters. */
  whole(text: string, place: ComparedPlace, isNumber = false): string | undefined {
    // Wherever it stands: nothing else is spelled like that by chance.
    const known = isNumber || text.length < leastTelling || !/\D/.test(text) ? undefined : this.#byValue.get(text);
    if (known !== undefined) return known.text;
    const changing = changingValue(text, place.name, isNumber);
    return changing && this.#of(changing, text, place);
  }

  /** A text with placeholders in the place of the ids and times in it. */
  within(text: string, place: ComparedPlace): string {
    let count = 0;
    const folded = text.replace(withinTexts, (value) => {
      count += 1;
      const { key, ...names } = place;
      return this.whole(value, { key: `${key}#${count}`, ...names }) ?? value;
    });
    return this.#withKnown(folded);
  }

  /** Segments and values of addresses that are known from elsewhere. */
  #withKnown(text: string): string {
    if (text.length > longestAddress || !/[/=]/.test(text)) return text;
    const isAddress = /^(?:https?:\/\/|\/)/.test(text);
    return text.replace(addressPart, (part) => {
      const value = decoded(part);
      const isTelling = isAddress || (value.length >= leastTelling && /\D/.test(value));
      return (isTelling && this.#byValue.get(value)?.text) || part;
    });
  }

  #of(changing: ChangingValue, value: string, place: ComparedPlace): string {
    if (changing.kind === 'time') return `<${changing.words}>`;
    const placeholder = this.#byValue.get(value) ?? this.#choose(changing.form, value, place);
    this.#byValue.set(value, placeholder);
    this.#taken.add(placeholder.text);
    if (!this.#byPlace.has(place.key)) this.#byPlace.set(place.key, placeholder);
    return placeholder.text;
  }

  #choose(form: string, value: string, place: ComparedPlace): Placeholder {
    const other = this.#other ?? nobody;
    const same = other.#byValue.get(value);
    if (same !== undefined && !this.#taken.has(same.text)) return same;
    const there = other.#byPlace.get(place.key);
    const isFree = there?.form === form && !this.#taken.has(there.text) && !this.#elsewhere.has(there.value);
    if (there !== undefined && isFree) return { ...there, value };
    const words = wordsOf(place);
    const number = (this.#counts.get(words) ?? 0) + 1;
    this.#counts.set(words, number);
    return { text: `<${words} ${number}>`, form, value };
  }
}

const nobody = new Placeholders();
const leastTelling = 8;
const longestAddress = 4_000;
const addressPart = /[^/?&=#\s"'<>]{5,}=?(?![^/?&=#\s"'<>])/g;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `documentId` and `document_ids` are both "document id"; an `id` is that of what it stands in. */
function wordsOf({ name, around = '' }: ComparedPlace): string {
  const own = inWords(name);
  if (own === 'id' || own === '') return [singular(inWords(around)), 'id'].filter((word) => word !== '').join(' ');
  return /(?:id|key|etag|ray|parent)$/.test(own) ? own : `${own} id`;
}

function inWords(name: string): string {
  const words = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').replace(/[^A-Za-z\d]+/g, ' ');
  return words
    .trim()
    .toLowerCase()
    .replace(/\bids$/, 'id')
    .slice(0, 40);
}

function singular(words: string): string {
  return words.replace(/(?<=[^s])s$/, '');
}
