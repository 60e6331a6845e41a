import { t } from '@vscode/l10n';

/** People who are asked at the same time. */
export interface Turn<Person> {
  /** Undefined for those of whom nothing says when they are asked. */
  readonly order: number | undefined;
  readonly people: readonly Person[];
}

/** Where somebody can be put: among the people of a step, or in a step of their own before one. */
export type TurnPlace =
  | { readonly kind: 'with'; readonly step: number }
  | { readonly kind: 'before'; readonly step: number };

/** Who is asked together, the first ones first; those without a number are last. */
export function stepsOf<Person>(
  people: readonly Person[],
  orderOf: (person: Person) => number | undefined,
): readonly Turn<Person>[] {
  const byOrder = new Map<number | undefined, Person[]>();
  for (const person of people) {
    const order = orderOf(person);
    const members = byOrder.get(order);
    if (members) members.push(person);
    else byOrder.set(order, [person]);
  }
  return [...byOrder]
    .map(([order, members]) => ({ order, people: members }))
    .toSorted((one, other) => (one.order ?? Number.POSITIVE_INFINITY) - (other.order ?? Number.POSITIVE_INFINITY));
}

/** Half a step earlier for some of the people of a step: out of it into one of their own, from there to those before. */
export function earlierSpot<Person>(
  steps: readonly Turn<Person>[],
  step: number,
  movers: readonly Person[],
): TurnPlace | undefined {
  const { people = [], order } = steps[step] ?? {};
  if (order === undefined) return { kind: 'before', step };
  if (!people.every((one) => movers.includes(one))) return { kind: 'before', step };
  return step === 0 ? undefined : { kind: 'with', step: step - 1 };
}

export function laterSpot<Person>(
  steps: readonly Turn<Person>[],
  step: number,
  movers: readonly Person[],
): TurnPlace | undefined {
  const { people = [], order } = steps[step] ?? {};
  if (order === undefined) return undefined;
  if (!people.every((one) => movers.includes(one))) return { kind: 'before', step: step + 1 };
  return steps[step + 1]?.order === undefined ? undefined : { kind: 'with', step: step + 1 };
}

/**
 * The steps after people were put elsewhere together, with their numbers. Steps that followed one another without a gap still
 * do; otherwise no number changes that need not.
 */
export function placed<Person>(
  steps: readonly Turn<Person>[],
  movers: readonly Person[],
  spot: TurnPlace,
  first: number,
): readonly Turn<Person>[] {
  const left = steps.map(({ order, people }, index) => ({
    order,
    people: [
      ...people.filter((one) => !movers.includes(one)),
      ...(spot.kind === 'with' && spot.step === index ? movers : []),
    ],
    isNew: false,
  }));
  if (spot.kind === 'before') left.splice(spot.step, 0, { order: undefined, people: [...movers], isNew: true });
  const kept = left.filter(({ people }) => people.length > 0);
  const numbered = kept.filter(({ order, isNew }) => order !== undefined || isNew);
  const orders = newOrders(
    numbered.map(({ order }) => order),
    steps.flatMap(({ order }) => order ?? []),
    first,
  );
  return [
    ...numbered.map(({ people }, index) => ({ order: orders[index], people })),
    ...kept
      .filter(({ order, isNew }) => order === undefined && !isNew)
      .map(({ people }) => ({ order: undefined, people })),
  ];
}

function newOrders(
  wanted: readonly (number | undefined)[],
  before: readonly number[],
  first: number,
): readonly number[] {
  const start = before[0] ?? first;
  const hadNoGap = before.every((order, index) => order === start + index);
  if (hadNoGap) return wanted.map((_, index) => start + index);
  const orders: number[] = [];
  for (const [index, order] of wanted.entries()) {
    const last = orders.at(-1);
    // A new first step comes right before the next one, if a number is free there.
    const least = last === undefined ? (order ?? Math.max(first, (wanted[index + 1] ?? first) - 1)) : last + 1;
    orders.push(Math.max(order ?? least, least));
  }
  return orders;
}

/** "Anna, then Ben and Cara at the same time, then Dan". */
export function inWords<Person>(steps: readonly Turn<Person>[], nameOf: (person: Person) => string): string {
  const known = steps.filter(({ order }) => order !== undefined);
  const unknown = steps.filter(({ order }) => order === undefined).flatMap(({ people }) => people);
  const said = known.map(({ people }) => {
    const names = listed(people.map(nameOf));
    return people.length > 1 ? t('{0} at the same time', names) : names;
  });
  const without = unknown.length > 0 ? [t('without a step: {0}', listed(unknown.map(nameOf)))] : [];
  const inOrder = said.length === 0 ? [] : [said.reduce((before, next) => t('{0}, then {1}', before, next))];
  return [...inOrder, ...without].join('; ');
}

export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : t('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1) ?? '');
}
