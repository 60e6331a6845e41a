import { ownValue } from '../../../../core/typing/ownValue';
import { storeColumns } from '../../../../kit/store/columns';
import { type Ranking, ranking } from '../../../../kit/store/ranking';
import { type EmulatedPackage, type Handlers, printedTime, type State } from '../state';
import { listsOf } from './packageStore';
import { packageDefaults } from './packageView';
import { shelfOf } from './shelves';

type Query = Parameters<Handlers['listPackages']>[0]['values']['query'] & { readonly ownerEmail: string };

interface Listed {
  readonly count: number;
  readonly page: readonly EmulatedPackage[];
}

/** One page. The one that changed last comes first, when the query does not say otherwise. */
export function listPackages(state: State, query: Query): Listed {
  const { search = '', sort = 'updated', dir = 'desc', to = Number.POSITIVE_INFINITY } = query;
  const shelf = shelfOf(query);
  const sorted = sortedBy(state, sort);
  // By the last change, the newest has the lowest rank.
  const isDescending = (dir === 'desc') === (sorted !== state.listed);
  // Samples count from 0 as well as from 1: both are the first record.
  const start = Math.max(query.from ?? 1, 1) - 1;
  if (search === '') return { count: sorted.size(shelf), page: sorted.page(shelf, start, to, isDescending) };
  const { count, found } = searched(state, query, sorted, isDescending);
  return { count, page: [...upTo(found, Math.min(count, to))].slice(start) };
}

/** Of few it is quicker to put them in order than to find them in it. */
const few = 500;

function searched(
  { packages }: State,
  query: Query,
  sorted: Ranking<EmulatedPackage>,
  isDescending: boolean,
): { readonly count: number; readonly found: Iterable<EmulatedPackage> } {
  const wanted = (query.search ?? '').toLowerCase();
  const view = shelfOf({ ownerEmail: query.ownerEmail, query: query.query });
  const textsOf = (item: EmulatedPackage) => (listsOf(item).includes(view) ? [textOfPackage(item)] : []);
  const known = storeColumns(packages, () => 0).holding(`search in ${view}`, textsOf, wanted);
  const shelf = shelfOf(query);
  const isFit = (item: EmulatedPackage) => textOfPackage(item).includes(wanted) && listsOf(item).includes(shelf);
  if (known.walk !== undefined && known.size <= few) {
    const found = sorted.arranged([...known.walk(false)].filter(isFit), isDescending);
    return { count: found.length, found };
  }
  const found = filtered(sorted.walk(shelf, isDescending), isFit);
  return shelf === view ? { count: known.size, found } : { count: countOf(sorted.walk(shelf), isFit), found };
}

function textOfPackage({ values: { name = '', description = '' } }: EmulatedPackage): string {
  return `${name}\n${description}`.toLowerCase();
}

function* filtered<Item>(items: Iterable<Item>, fits: (item: Item) => boolean): Generator<Item, undefined> {
  for (const item of items) if (fits(item)) yield item;
  return undefined;
}

function countOf<Item>(items: Iterable<Item>, fits: (item: Item) => boolean): number {
  let count = 0;
  for (const item of items) if (fits(item)) count += 1;
  return count;
}

function* upTo<Item>(items: Iterable<Item>, count: number): Generator<Item, undefined> {
  let left = count;
  if (left <= 0) return undefined;
  for (const item of items) {
    yield item;
    left -= 1;
    // Not one further: it may be far away.
    if (left === 0) return undefined;
  }
  return undefined;
}

const rankings = new WeakMap<State['packages'], Map<string, Ranking<EmulatedPackage>>>();
const fields = new Set(['id', 'status', 'created', 'completed', ...Object.keys(packageDefaults)]);

/** Made when a field is first asked for; by what is no field of a package, the order is that of the changes. */
function sortedBy({ packages, listed }: State, field: string): Ranking<EmulatedPackage> {
  if (!fields.has(field)) return listed;
  const known = rankings.get(packages) ?? new Map<string, Ranking<EmulatedPackage>>();
  rankings.set(packages, known);
  const made = known.get(field) ?? ranking(packages, listsOf, (item) => textOf(item, field));
  known.set(field, made);
  return made;
}

function textOf(item: EmulatedPackage, field: string): string {
  const { id, status, createdAt, completedAt } = item;
  const own = {
    id,
    status,
    created: printedTime(createdAt),
    completed: completedAt === undefined ? '' : printedTime(completedAt),
  };
  const value = ownValue(own, field) ?? ownValue(item.values, field) ?? ownValue(packageDefaults, field);
  return typeof value === 'string' ? value : '';
}
