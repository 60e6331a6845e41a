import { ownValue } from '../../../../core/typing/ownValue';
import { type EmulatedPackage, type Handlers, isoTime, type State } from '../state';
import { packageDefaults } from './packageView';
import { shelfOf } from './shelves';

type Query = Parameters<Handlers['listPackages']>[0]['values']['query'];

interface Listed {
  readonly count: number;
  readonly page: readonly EmulatedPackage[];
}

/** One page. The one that changed last comes first, when the query does not say otherwise. */
export function listPackages({ listed }: State, query: Query): Listed {
  const { search, sort = 'updated', dir = 'desc', to = Number.POSITIVE_INFINITY } = query;
  const shelf = shelfOf(query);
  // Samples count from 0 as well as from 1: both are the first record.
  const start = Math.max(query.from ?? 1, 1) - 1;
  if (search === undefined && sort === 'updated') {
    return { count: listed.size(shelf), page: listed.page(shelf, start, to, dir === 'asc') };
  }
  const all = [...listed.walk(shelf, dir === 'asc')].filter((item) => holds(item, search));
  const found = sort === 'updated' ? all : sortedBy(all, sort, dir);
  return { count: found.length, page: found.slice(start, to) };
}

function holds({ values: { name = '', description = '' } }: EmulatedPackage, search = ''): boolean {
  return search === '' || `${name}\n${description}`.toLowerCase().includes(search.toLowerCase());
}

/** The text of each is made once, not whenever two are compared. */
function sortedBy(items: readonly EmulatedPackage[], field: string, dir: 'asc' | 'desc'): readonly EmulatedPackage[] {
  const sign = dir === 'asc' ? 1 : -1;
  const { compare } = new Intl.Collator();
  return items
    .map((item) => ({ item, text: textOf(item, field) }))
    .sort((one, other) => sign * compare(one.text, other.text))
    .map(({ item }) => item);
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
