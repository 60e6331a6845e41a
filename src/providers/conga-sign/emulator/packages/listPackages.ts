import { ownValue } from '../../../../core/typing/ownValue';
import { type Ranking, ranking } from '../../../../kit/store/ranking';
import { type EmulatedPackage, type Handlers, isoTime, type State } from '../state';
import { listsOf } from './packageStore';
import { packageDefaults } from './packageView';
import { shelfOf } from './shelves';

type Query = Parameters<Handlers['listPackages']>[0]['values']['query'];

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
  const wanted = search.toLowerCase();
  const found: EmulatedPackage[] = [];
  for (const item of sorted.walk(shelf, isDescending)) if (holds(item, wanted)) found.push(item);
  return { count: found.length, page: found.slice(start, to) };
}

function holds({ values: { name = '', description = '' } }: EmulatedPackage, wanted: string): boolean {
  return `${name}\n${description}`.toLowerCase().includes(wanted);
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
    created: isoTime(createdAt),
    completed: completedAt === undefined ? '' : isoTime(completedAt),
  };
  const value = ownValue(own, field) ?? ownValue(item.values, field) ?? ownValue(packageDefaults, field);
  return typeof value === 'string' ? value : '';
}
