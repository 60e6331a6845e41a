import { keysOf } from '../../../../core/typing/keysOf';
import { type Columns, type Filter, type Lists, storeColumns } from '../../../../kit/store/columns';
import type { Store } from '../../../../kit/store/store';
import type { ListQuery } from '../../operations/procedures/listQuery';
import { filesOf, membersOf } from '../records';
import type { EmulatedMember, EmulatedProcedure, State } from '../state';

type ProcedureFilter = Filter<EmulatedProcedure>;

/** Of what the query names, and of nothing else. */
export function filtersOf(state: State, query: ListQuery): readonly ProcedureFilter[] {
  const columns = storeColumns(state.procedures, ({ createdAt }) => createdAt);
  return [...nameFilters(state, query, columns), ...memberFilters(state, query), ...timeFilters(query, columns)];
}

function nameFilters(
  state: State,
  { name, 'files.name': file }: ListQuery,
  columns: Columns<EmulatedProcedure>,
): readonly ProcedureFilter[] {
  const filters: ProcedureFilter[] = [];
  if (name !== undefined) {
    const wanted = name.toLowerCase();
    filters.push({
      fits: (procedure) => nameOf(procedure).includes(wanted),
      lists: () => columns.holding('name', (procedure) => [nameOf(procedure)], wanted),
    });
  }
  if (file !== undefined) {
    const wanted = file.toLowerCase();
    const nameOfFile = (one: { readonly name: string }) => one.name.toLowerCase();
    filters.push({
      fits: (procedure) => filesOf(state, procedure).some((one) => nameOfFile(one).includes(wanted)),
      lists: () => holders(state, state.files, 'name', nameOfFile, wanted),
    });
  }
  return filters;
}

function nameOf({ settings }: EmulatedProcedure): string {
  return (settings.name ?? '').toLowerCase();
}

const memberKeys = ['firstname', 'lastname', 'email', 'phone'] as const;

/** One member has all that is wanted. */
function memberFilters(state: State, query: ListQuery): readonly ProcedureFilter[] {
  const ids = query['members[]'];
  const wanted = memberKeys.flatMap((key) => {
    const text = query[`members.${key}`];
    return text === undefined ? [] : [[key, text.toLowerCase()] as const];
  });
  if (ids === undefined && wanted.length === 0) return [];
  const isWanted = (member: EmulatedMember) =>
    (ids === undefined || ids.includes(member.id)) && wanted.every(([key, part]) => textOf(member, key).includes(part));
  const fits = (procedure: EmulatedProcedure) => membersOf(state, procedure).some(isWanted);
  const named = ids?.flatMap((id) => state.members.get(id) ?? []);
  return [
    { fits, ...(named && { lists: () => gathered(state, named, named.length) }) },
    ...wanted.map(([key, part]): ProcedureFilter => {
      return { fits: always, lists: () => holders(state, state.members, key, (one) => textOf(one, key), part) };
    }),
  ];
}

function always(): boolean {
  return true;
}

function textOf({ settings }: EmulatedMember, key: (typeof memberKeys)[number]): string {
  return (settings[key] ?? '').toLowerCase();
}

type Owned = { readonly procedure?: string | null | undefined };

/** The procedures of what holds a text. */
function holders<Part extends Owned>(
  state: State,
  parts: Store<Part>,
  field: string,
  textOfPart: (part: Part) => string,
  wanted: string,
): Lists<EmulatedProcedure> | undefined {
  const found = storeColumns(parts, () => 0).holding(field, (part) => [textOfPart(part)], wanted);
  return found.walk && gathered(state, found.walk(false), found.size);
}

/** Of more it would take longer to put them in order than to find enough of them in it. */
const mostGathered = 500;

function gathered(state: State, parts: Iterable<Owned>, size: number): Lists<EmulatedProcedure> | undefined {
  if (size > mostGathered) return undefined;
  return {
    size,
    walk: (isDescending) => {
      const ids = new Set([...parts].map(({ procedure }) => procedure ?? ''));
      const procedures = [...ids].flatMap((id) => state.procedures.get(id) ?? []);
      return state.listed.arranged(procedures, isDescending);
    },
  };
}

const times: Readonly<
  Record<'createdAt' | 'updatedAt' | 'expiresAt' | 'deletedAt', (of: EmulatedProcedure) => number>
> = {
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  expiresAt: ({ settings }) => (settings.expiresAt ? Date.parse(settings.expiresAt) : Number.NaN),
  // What is deleted is gone here.
  deletedAt: () => Number.NaN,
};

const dayMs = 24 * 60 * 60 * 1000;

function timeFilters(query: ListQuery, columns: Columns<EmulatedProcedure>): readonly ProcedureFilter[] {
  return keysOf(times).flatMap((name) =>
    keysOf(comparisons).flatMap((side): readonly ProcedureFilter[] => {
      const text = query[`${name}[${side}]`];
      if (text === undefined) return [];
      const [limit, holds] = [Date.parse(text), comparisons[side]];
      // Of the day of the limit there are some on either side.
      const reaches = (day: number) => holds(day, limit) || holds(day + dayMs - 1, limit);
      return [
        {
          fits: (procedure) => holds(times[name](procedure), limit),
          lists: () =>
            columns.where(
              name,
              (one) => dayOf(times[name](one)),
              (day) => reaches(Number(day)),
            ),
        },
      ];
    }),
  );
}

/** None of what has no such time. */
function dayOf(time: number): readonly string[] {
  return Number.isNaN(time) ? [] : [String(Math.floor(time / dayMs) * dayMs)];
}

const comparisons = {
  after: (time: number, limit: number) => time >= limit,
  before: (time: number, limit: number) => time <= limit,
  strictly_after: (time: number, limit: number) => time > limit,
  strictly_before: (time: number, limit: number) => time < limit,
} as const;

/** Between which times what the query asks for was created: they are listed by that. A text that is no time fits none. */
export function creationOf(query: ListQuery): { readonly from?: number; readonly below?: number } {
  const limits = (...sides: readonly (keyof typeof comparisons)[]) =>
    sides.flatMap((side) => query[`createdAt[${side}]`] ?? []).map((text) => Date.parse(text));
  const [from, below] = [limits('after', 'strictly_after'), limits('before', 'strictly_before')];
  if ([...from, ...below].some(Number.isNaN)) return { below: Number.NEGATIVE_INFINITY };
  // What is strictly within them is left to the filters: a millisecond at most.
  return { from: Math.max(Number.NEGATIVE_INFINITY, ...from), below: Math.min(...below) + 1 };
}
