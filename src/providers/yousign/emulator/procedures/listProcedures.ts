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
  const fits = filterOf(state, query);
  const shown: EmulatedProcedure[] = [];
  let place = 0;
  for (const procedure of state.listed.walk(shelf, query['order[createdAt]'] === 'desc', creationOf(query))) {
    if (place === end) break;
    if (!fits(expire(procedure, now))) continue;
    if (place >= start) shown.push(procedure);
    place += 1;
  }
  return shown.map((procedure) => viewProcedure(state, procedure, now));
}

type Filter = (procedure: EmulatedProcedure) => boolean;

/** Of what the query names, and of nothing else: it is asked of each procedure. */
function filterOf(state: State, query: ListQuery): Filter {
  const filters = [...nameFilters(state, query), ...timeFilters(query)];
  return (procedure) => filters.every((fits) => fits(procedure));
}

function nameFilters(state: State, query: ListQuery): readonly Filter[] {
  const { name, 'files.name': file, 'members[]': ids } = query;
  const wanted = memberKeys.flatMap((key) => {
    const text = query[`members.${key}`];
    return text === undefined ? [] : [[key, holding(text)] as const];
  });
  const ofMembers: Filter = (procedure) =>
    membersOf(state, procedure).some(
      ({ id, settings }) =>
        (ids === undefined || ids.includes(id)) && wanted.every(([key, holds]) => holds(settings[key] ?? '')),
    );
  const inName = name === undefined ? undefined : holding(name);
  const inFile = file === undefined ? undefined : holding(file);
  return [
    ...(inName ? [(procedure: EmulatedProcedure) => inName(procedure.settings.name ?? '')] : []),
    ...(ids !== undefined || wanted.length > 0 ? [ofMembers] : []),
    ...(inFile ? [(procedure: EmulatedProcedure) => filesOf(state, procedure).some((one) => inFile(one.name))] : []),
  ];
}

const memberKeys = ['firstname', 'lastname', 'email', 'phone'] as const;

const times: Readonly<
  Record<'createdAt' | 'updatedAt' | 'expiresAt' | 'deletedAt', (of: EmulatedProcedure) => number>
> = {
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  expiresAt: ({ settings }) => (settings.expiresAt ? Date.parse(settings.expiresAt) : Number.NaN),
  // What is deleted is gone here.
  deletedAt: () => Number.NaN,
};

function timeFilters(query: ListQuery): readonly Filter[] {
  return keysOf(times).flatMap((name) =>
    keysOf(comparisons).flatMap((side): readonly Filter[] => {
      const text = query[`${name}[${side}]`];
      if (text === undefined) return [];
      const limit = Date.parse(text);
      return [(procedure) => comparisons[side](times[name](procedure), limit)];
    }),
  );
}

/** Between which times what the query asks for was created: they are listed by that. A text that is no time fits none. */
function creationOf(query: ListQuery): { readonly from?: number; readonly below?: number } {
  const limits = (...sides: readonly (keyof typeof comparisons)[]) =>
    sides.flatMap((side) => query[`createdAt[${side}]`] ?? []).map((text) => Date.parse(text));
  const [from, below] = [limits('after', 'strictly_after'), limits('before', 'strictly_before')];
  if ([...from, ...below].some(Number.isNaN)) return { below: Number.NEGATIVE_INFINITY };
  // What is strictly within them is left to the filters: a millisecond at most.
  return { from: Math.max(Number.NEGATIVE_INFINITY, ...from), below: Math.min(...below) + 1 };
}

const comparisons = {
  after: (time: number, limit: number) => time >= limit,
  before: (time: number, limit: number) => time <= limit,
  strictly_after: (time: number, limit: number) => time > limit,
  strictly_before: (time: number, limit: number) => time < limit,
} as const;

function holding(part: string): (text: string) => boolean {
  const wanted = part.toLowerCase();
  return (text) => text.toLowerCase().includes(wanted);
}
