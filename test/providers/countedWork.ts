const counted = ['indexOf', 'includes', 'find', 'findIndex', 'some', 'every', 'filter', 'map', 'flatMap'] as const;
const iterated = [[], new Map(), new Set()].map((one) => Object.getPrototypeOf(one[Symbol.iterator]()));

export interface Work {
  /** How many items the methods of lists may look at, and loops over lists, maps and sets do, wherever they are. */
  readonly looks: number;
  /** How much JSON is read and written. */
  readonly characters: number;
}

/** What something costs, counted: no clock is as steady. */
export function workOf(act: () => void): Work {
  let looks = 0;
  let characters = 0;
  const places = [
    ...counted.map((name) => [Array.prototype, name] as const),
    ...iterated.map((iterator) => [iterator, 'next'] as const),
  ];
  const originals = places.map(([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)] as const);
  const { parse, stringify } = JSON;
  for (const [owner, name, descriptor] of originals) {
    const original: (...args: unknown[]) => unknown = descriptor?.value;
    Object.defineProperty(owner, name, {
      ...descriptor,
      value(this: { readonly length?: number }, ...args: unknown[]) {
        looks += this.length ?? 1;
        return original.apply(this, args);
      },
    });
  }
  JSON.parse = (text: string, ...others: []) => {
    characters += text.length;
    return parse(text, ...others);
  };
  JSON.stringify = ((...args: Parameters<typeof stringify>) => {
    const text = stringify(...args);
    characters += String(text).length;
    return text;
  }) as typeof stringify;
  try {
    act();
  } finally {
    Object.assign(JSON, { parse, stringify });
    for (const [owner, name, descriptor] of originals) Object.defineProperty(owner, name, descriptor ?? {});
  }
  return { looks, characters };
}
