interface Kinded {
  readonly kind: string;
}

/** A function for every kind of a union: a kind that is missing does not compile. */
export type ByKind<Union extends Kinded, More extends readonly unknown[], Result> = {
  readonly [Kind in Union['kind']]: (one: Extract<Union, { readonly kind: Kind }>, ...more: More) => Result;
};

/** Calls the function for the kind at hand. Throws for one that comes from elsewhere and is none of the union's. */
export function callByKind<Union extends Kinded, More extends readonly unknown[], Result>(
  table: ByKind<Union, More, Result>,
  one: Union,
  ...more: More
): Result {
  const kind: Union['kind'] = one.kind;
  if (!Object.hasOwn(table, kind)) throw new TypeError(`There is no kind "${kind}".`);
  // Which function belongs to which member of the union is in the type of the table, and lost by looking one up.
  const call = table[kind] as (one: Union, ...more: More) => Result;
  return call(one, ...more);
}
