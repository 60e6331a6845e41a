import type { Store, StoreIndex } from './store';

interface Due<Item> {
  readonly id: string;
  readonly item: Item;
  readonly at: number;
}

/** What falls due by itself, the earliest first. */
export class Agenda<Item> implements StoreIndex<Item> {
  readonly #dueOf: (item: Item) => number | undefined;
  readonly #settle: () => void;
  /** A heap; what is no longer due then stays in it until it comes up. */
  readonly #heap: Due<Item>[] = [];
  readonly #dues = new Map<string, Due<Item>>();

  constructor(dueOf: (item: Item) => number | undefined, settle: () => void) {
    this.#dueOf = dueOf;
    this.#settle = settle;
  }

  /** The first whose time has come. It comes again as long as it is due: whoever takes it changes it, by its id. */
  first(now: number): Due<Item> | undefined {
    this.#settle();
    for (let top = this.#heap[0]; top !== undefined && top.at <= now; top = this.#heap[0]) {
      if (this.#dues.get(top.id) === top) return top;
      this.#pop();
    }
    return undefined;
  }

  put(id: string, item: Item): void {
    const at = this.#dueOf(item);
    if (at === undefined || !Number.isFinite(at)) {
      this.#dues.delete(id);
      return;
    }
    const before = this.#dues.get(id);
    if (before?.item === item && before.at === at) return;
    const due = { id, item, at };
    this.#dues.set(id, due);
    this.#push(due);
  }

  remove(id: string): void {
    this.#dues.delete(id);
  }

  isAsPut(id: string, item: Item): boolean {
    const [at, due] = [this.#dueOf(item), this.#dues.get(id)];
    return at === undefined || !Number.isFinite(at) ? due === undefined : due?.item === item && due.at === at;
  }

  #push(due: Due<Item>): void {
    const heap = this.#heap;
    let place = heap.push(due) - 1;
    while (place > 0) {
      const above = (place - 1) >>> 1;
      if ((heap[above]?.at ?? 0) <= due.at) break;
      swap(heap, place, above);
      place = above;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    for (let place = 0; ; ) {
      const left = 2 * place + 1;
      const least = [left, left + 1].reduce(
        (best, one) => (timeAt(heap, one) < timeAt(heap, best) ? one : best),
        place,
      );
      if (least === place) return;
      swap(heap, place, least);
      place = least;
    }
  }
}

export function agenda<Item>(store: Store<Item>, dueOf: (item: Item) => number | undefined): Agenda<Item> {
  return store.indexed((settle) => new Agenda(dueOf, settle));
}

function timeAt(heap: readonly Due<unknown>[], place: number): number {
  return heap[place]?.at ?? Number.POSITIVE_INFINITY;
}

function swap<Item>(heap: Item[], one: number, other: number): void {
  const [first, second] = [heap[one], heap[other]];
  if (first !== undefined && second !== undefined) [heap[one], heap[other]] = [second, first];
}
