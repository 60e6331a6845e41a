/** Texts of one language and what they are in another; `{0}` stands for what differs. */
type Phrases = Readonly<Record<string, string>>;

interface Phrase {
  /** What stands between the values. */
  readonly parts: readonly string[];
  /** Which value stands behind each part but the last. */
  readonly values: readonly string[];
  readonly into: string;
}

/** Says texts of one language in another, as far as they are made of known phrases. */
export class Phrasebook {
  readonly #phrases: readonly Phrase[];

  constructor(phrases: Phrases) {
    this.#phrases = Object.entries(phrases).flatMap(([from, into]) => (from === into ? [] : phraseOf(from, into)));
  }

  /** Back from the other language. */
  static back(phrases: Phrases): Phrasebook {
    return new Phrasebook(Object.fromEntries(Object.entries(phrases).map(([from, into]) => [into, from])));
  }

  /** What no phrase says stays as it is. */
  say(text: string): string {
    const whole = this.#say(text);
    const sentences = text.split(betweenSentences).map((sentence) => this.#say(sentence));
    const known = sentences.reduce((sum, one) => sum + one.known, 0);
    return known > whole.known ? sentences.map(({ said }) => said).join('') : whole.said;
  }

  /** Of several phrases the one that leaves least open. */
  #say(text: string): Said {
    let found: Said = { said: text, known: 0 };
    for (const phrase of this.#phrases) {
      const known = phrase.parts.reduce((sum, { length }) => sum + length, 0);
      const values = known > found.known ? valuesIn(text, phrase) : undefined;
      if (values !== undefined) found = { said: this.#filled(phrase, values), known };
    }
    return found;
  }

  #filled({ into }: Phrase, values: ReadonlyMap<string, string>): string {
    return into.replace(place, (all, number: string) => {
      const value = values.get(number);
      return value === undefined ? all : this.say(value);
    });
  }
}

interface Said {
  readonly said: string;
  /** How many signs of it are no values. */
  readonly known: number;
}

const place = /\{(\d+)\}/g;
const betweenSentences = /((?<=[.!?:]) )/;

/** What consists of values and signs says nothing in any language. */
function phraseOf(from: string, into: string): readonly Phrase[] {
  const pieces = from.split(place);
  const parts = pieces.filter((_, index) => index % 2 === 0);
  if (!parts.some((part) => /\p{L}{2}/u.test(part))) return [];
  return [{ parts, values: pieces.filter((_, index) => index % 2 === 1), into }];
}

function valuesIn(text: string, { parts, values }: Phrase): ReadonlyMap<string, string> | undefined {
  const [first = '', ...others] = parts;
  if (others.length === 0) return text === first ? new Map() : undefined;
  if (!text.startsWith(first)) return undefined;
  const found = new Map<string, string>();
  let at = first.length;
  for (const [index, part] of others.entries()) {
    const isLast = index === others.length - 1;
    const end = isLast ? text.length - part.length : text.indexOf(part, at);
    if (end < at || !text.startsWith(part, end)) return undefined;
    found.set(values[index] ?? '', text.slice(at, end));
    at = end + part.length;
  }
  return found;
}
