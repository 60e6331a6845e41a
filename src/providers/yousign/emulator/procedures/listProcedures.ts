import { keysOf } from '../../../../core/typing/keysOf';
import type { ListQuery } from '../../operations/procedures/listQuery';
import { expire, filesOf, membersOf } from '../records';
import { type EmulatedProcedure, type State, shelfOf } from '../state';
import { viewProcedure } from '../view';

/** What the framework behind the API takes when nothing is said. */
const defaultPageSize = 30;

/** The procedures that fit the query, one page of them. */
export function listProcedures(state: State, query: ListQuery, now: number) {
  const { page = 1, itemsPerPage = defaultPageSize, pagination = true } = query;
  const shelf = shelfOf(query.template ?? false, query.status);
  const start = pagination ? (page - 1) * itemsPerPage : 0;
  const end = pagination ? start + itemsPerPage : Number.POSITIVE_INFINITY;
  const shown: EmulatedProcedure[] = [];
  let place = 0;
  for (const procedure of state.listed.walk(shelf, query['order[createdAt]'] === 'desc')) {
    if (place === end) break;
    if (!fits(state, expire(procedure, now), query)) continue;
    if (place >= start) shown.push(procedure);
    place += 1;
  }
  return shown.map((procedure) => viewProcedure(state, procedure, now));
}

function fits(state: State, procedure: EmulatedProcedure, query: ListQuery): boolean {
  return (
    holds(procedure.settings.name, query.name) &&
    fitsMembers(state, procedure, query) &&
    fitsFiles(state, procedure, query['files.name']) &&
    fitsTimes(procedure, query)
  );
}

function fitsFiles(state: State, procedure: EmulatedProcedure, name: string | undefined): boolean {
  return name === undefined || filesOf(state, procedure).some((file) => holds(file.name, name));
}

const memberFilters = ['firstname', 'lastname', 'email', 'phone'] as const;

function fitsMembers(state: State, procedure: EmulatedProcedure, query: ListQuery): boolean {
  const ids = query['members[]'];
  const wanted = memberFilters.filter((key) => query[`members.${key}`] !== undefined);
  if (ids === undefined && wanted.length === 0) return true;
  return membersOf(state, procedure).some(
    ({ id, settings }) =>
      (ids === undefined || ids.includes(id)) &&
      wanted.every((key) => holds(settings[key] ?? '', query[`members.${key}`])),
  );
}

function fitsTimes({ createdAt, updatedAt, settings }: EmulatedProcedure, query: ListQuery): boolean {
  const times = {
    createdAt,
    updatedAt,
    expiresAt: settings.expiresAt ? Date.parse(settings.expiresAt) : Number.NaN,
    // What is deleted is gone here.
    deletedAt: Number.NaN,
  };
  return keysOf(times).every((name) => {
    const time = times[name];
    const limit = (side: keyof typeof comparisons) => query[`${name}[${side}]`];
    return keysOf(comparisons).every((side) => {
      const text = limit(side);
      return text === undefined || comparisons[side](time, Date.parse(text));
    });
  });
}

const comparisons = {
  after: (time: number, limit: number) => time >= limit,
  before: (time: number, limit: number) => time <= limit,
  strictly_after: (time: number, limit: number) => time > limit,
  strictly_before: (time: number, limit: number) => time < limit,
} as const;

function holds(text: string | undefined, part: string | undefined): boolean {
  return (text ?? '').toLowerCase().includes((part ?? '').toLowerCase());
}
