/** Every value that is no list and no object, with the key it stands under, whatever the shape and however deep. */
export function* valuesWithin(root: unknown): Generator<readonly [key: string, value: unknown]> {
  const waiting: (readonly [string, unknown])[] = [['', root]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [key, value] = next;
    if (typeof value !== 'object' || value === null) yield next;
    else if (Array.isArray(value)) for (const item of value.toReversed()) waiting.push([key, item]);
    else waiting.push(...Object.entries(value).reverse());
  }
}
