import { order, type Range, type Rank, type Ranked, type Standing } from './ranked';

/** With more in one array, what comes moves too many; with fewer, there are too many arrays. */
const mostInChunk = 512;

/** Where something stands, until something comes or goes. */
interface Place {
  readonly chunk: number;
  readonly at: number;
}

/** A list in the order of its ranks, in chunks: what comes or goes moves few of the others, however many there are. */
export class Shelf<Item> {
  readonly #chunks: Ranked<Item>[][] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  put(ranked: Ranked<Item>): void {
    const { chunk: index, at } = this.#placeOf(ranked);
    const chunk = this.#chunks[index];
    this.#size += 1;
    if (chunk === undefined) this.#chunks.push([ranked]);
    else if (chunk.length < mostInChunk) chunk.splice(at, 0, ranked);
    // Where all comes at one end, what is full stays full.
    else if (at === 0) this.#chunks.splice(index, 0, [ranked]);
    else if (at === chunk.length) this.#chunks.push([ranked]);
    else {
      const middle = mostInChunk / 2;
      const [low, high] = [chunk.slice(0, middle), chunk.slice(middle)];
      if (at <= middle) low.splice(at, 0, ranked);
      else high.splice(at - middle, 0, ranked);
      this.#chunks.splice(index, 1, low, high);
    }
  }

  remove(ranked: Ranked<Item>): void {
    const { chunk: index, at } = this.#placeOf(ranked);
    const chunk = this.#chunks[index];
    if (chunk?.[at]?.number !== ranked.number) return;
    chunk.splice(at, 1);
    this.#size -= 1;
    if (chunk.length === 0) this.#chunks.splice(index, 1);
    else {
      this.#join(index);
      this.#join(index - 1);
    }
  }

  /** By their numbers, from one on up to another. */
  slice(start: number, end: number): readonly Ranked<Item>[] {
    const found: Ranked<Item>[] = [];
    let passed = 0;
    for (const chunk of this.#chunks) {
      if (passed >= end) break;
      const next = passed + chunk.length;
      if (next > start) found.push(...chunk.slice(Math.max(start - passed, 0), end - passed));
      passed = next;
    }
    return found;
  }

  /** One after the other; those of one rank as they came. */
  *walk(isDescending: boolean, { from, below }: Range): Generator<Ranked<Item>, undefined> {
    const first = from === undefined ? { chunk: 0, at: 0 } : this.#firstOf(from);
    let end = below === undefined ? this.#end() : this.#firstOf(below);
    while (isBefore(first, end)) {
      const start = isDescending ? this.#firstOf(this.#rankBefore(end)) : first;
      yield* this.#between(start, end);
      end = start;
    }
    return undefined;
  }

  *#between(start: Place, end: Place): Generator<Ranked<Item>, undefined> {
    for (let index = start.chunk; index <= end.chunk; index += 1) {
      const chunk = this.#chunks[index] ?? [];
      const stop = index === end.chunk ? end.at : chunk.length;
      for (let at = index === start.chunk ? start.at : 0; at < stop; at += 1) {
        const found = chunk[at];
        if (found !== undefined) yield found;
      }
    }
    return undefined;
  }

  #firstOf(rank: Rank): Place {
    return this.#placeOf({ rank, number: 0 });
  }

  #rankBefore({ chunk, at }: Place): Rank {
    const before = at > 0 ? this.#chunks[chunk]?.[at - 1] : this.#chunks[chunk - 1]?.at(-1);
    return before?.rank ?? 0;
  }

  #end(): Place {
    const chunk = Math.max(this.#chunks.length - 1, 0);
    return { chunk, at: this.#chunks[chunk]?.length ?? 0 };
  }

  /** Where it stands, or would: after the last one only in the last chunk. */
  #placeOf(key: Standing): Place {
    const chunks = this.#chunks;
    const chunk = firstWhere(chunks.length - 1, (place) => isNotBelow(chunks[place]?.at(-1), key));
    const own = chunks[chunk] ?? [];
    return { chunk, at: firstWhere(own.length, (place) => isNotBelow(own[place], key)) };
  }

  /** With the next one, where both are small. */
  #join(index: number): void {
    const [one, next] = [this.#chunks[index], this.#chunks[index + 1]];
    if (one === undefined || next === undefined || one.length + next.length > mostInChunk / 2) return;
    this.#chunks.splice(index, 2, [...one, ...next]);
  }
}

function isNotBelow(found: Standing | undefined, key: Standing): boolean {
  return found === undefined || order(found, key, false) >= 0;
}

function isBefore(one: Place, other: Place): boolean {
  return one.chunk < other.chunk || (one.chunk === other.chunk && one.at < other.at);
}

/** Below the count, or the count itself. */
function firstWhere(count: number, holds: (place: number) => boolean): number {
  let [from, to] = [0, Math.max(count, 0)];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
