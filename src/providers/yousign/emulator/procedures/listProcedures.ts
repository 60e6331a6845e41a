import { keysOf } from '../../../../core/typing/keysOf';
import type { ListQuery } from '../../operations/procedures/listQuery';
import { expire, filesOf, membersOf } from '../records';
import type { EmulatedProcedure, State } from '../state';
import { viewProcedure } from '../view';

/** What the framework behind the API takes when nothing is said. */
const defaultPageSize = 30;

/** The procedures that fit the query, one page of them. */
export function listProcedures(state: State, query: ListQuery, now: number) {
  const { page = 1, itemsPerPage = defaultPageSize, pagination = true } = query;
  const found = [...state.procedures.values()]
    .map((procedure) => expire(procedure, now))
    .filter((procedure) => !procedure.isBroken && fits(state, procedure, query))
    .sort((one, other) => directionOf(query) * (one.createdAt - other.createdAt));
  const start = (page - 1) * itemsPerPage;
  const shown = pagination ? found.slice(start, start + itemsPerPage) : found;
  return shown.map((procedure) => viewProcedure(state, procedure, now));
}

function directionOf(query: ListQuery): number {
  const order = query['order[createdAt]'];
  if (order === undefined) return 0;
  return order === 'asc' ? 1 : -1;
}

function fits(state: State, procedure: EmulatedProcedure, query: ListQuery): boolean {
  const { status, name = '', template = false } = query;
  return (
    (status === undefined || status === procedure.status) &&
    holds(procedure.settings.name, name) &&
    procedure.template === template &&
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
