import { fitting, narrowest } from '../../../../kit/store/columns';
import type { ListQuery } from '../../operations/procedures/listQuery';
import { expire } from '../records';
import { type EmulatedProcedure, type State, shelfOf, shelvesOf } from '../state';
import { viewProcedure } from '../view';
import { creationOf, filtersOf } from './procedureFilters';

/** What the framework behind the API takes when nothing is said. */
const defaultPageSize = 30;

/** The procedures that fit the query, one page of them. */
export function listProcedures(state: State, query: ListQuery, now: number) {
  const { page = 1, itemsPerPage = defaultPageSize, pagination = true } = query;
  const start = pagination ? (page - 1) * itemsPerPage : 0;
  const end = pagination ? start + itemsPerPage : Number.POSITIVE_INFINITY;
  const shown: EmulatedProcedure[] = [];
  let place = 0;
  for (const procedure of wanted(state, query, now)) {
    if (place >= start) shown.push(procedure);
    place += 1;
    if (place >= end) break;
  }
  return shown.map((procedure) => viewProcedure(state, procedure, now));
}

function wanted(state: State, query: ListQuery, now: number): Iterable<EmulatedProcedure> {
  const shelf = shelfOf(query.template ?? false, query.status);
  const isOnShelf = { fits: (procedure: EmulatedProcedure) => shelvesOf(expire(procedure, now)).includes(shelf) };
  const filters = filtersOf(state, query);
  const { listed } = state;
  const all = {
    size: listed.size(shelf),
    walk: (isDescending: boolean, range = {}) => listed.walk(shelf, isDescending, range),
  };
  const found = narrowest(all, filters).walk(query['order[createdAt]'] === 'desc', creationOf(query));
  return fitting(found, [isOnShelf, ...filters]);
}
