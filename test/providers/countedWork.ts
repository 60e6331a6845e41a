const counted = ['indexOf', 'includes', 'find', 'findIndex', 'some', 'every', 'filter', 'map', 'flatMap'] as const;

export interface Work {
  /** How many items the methods of lists may look at, wherever they are called. */
  readonly looks: number;
  /** How much JSON is read and written. */
  readonly characters: number;
}

/** What something costs, counted: no clock is as steady. */
export function workOf(act: () => void): Work {
  let looks = 0;
  let characters = 0;
  const originals = counted.map((name) => [name, Object.getOwnPropertyDescriptor(Array.prototype, name)] as const);
  const { parse, stringify } = JSON;
  for (const [name, descriptor] of originals) {
    const original: (...args: unknown[]) => unknown = descriptor?.value;
    Object.defineProperty(Array.prototype, name, {
      ...descriptor,
      value(this: unknown[], ...args: unknown[]) {
        looks += this.length;
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
    for (const [name, descriptor] of originals) Object.defineProperty(Array.prototype, name, descriptor ?? {});
  }
  return { looks, characters };
}
