import { keysOf } from '../../../../core/typing/keysOf';
import { type Columns, type Filter, fitting, narrowest, storeColumns } from '../../../../kit/store/columns';
import { keyIn, pageFrom } from '../pages';
import { placeOf } from '../records';
import type { SignatureRequest, SignatureRequests } from '../state';
import { viewListed } from '../view';
import { settle } from './progress';

interface ListQuery {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
  readonly q?: string | undefined;
  readonly [filter: string]: unknown;
}

/** The newest first, one page: of what lies before it nothing is looked at. */
export function listRequests(requests: SignatureRequests, query: ListQuery, now: number) {
  const key = keyIn(query);
  const columns = storeColumns(requests.byId, ({ number }) => number);
  const filters = [isListed(now), ...filtersOf(query, columns)];
  const below = key === undefined ? undefined : Number(key) || 0;
  const all = { size: requests.inOrder.length, walk: () => newestFirst(requests, below) };
  const listed = narrowest(all, filters).walk(true, { below });
  const { meta, data } = pageFrom(fitting(listed, filters), query, ({ number }) => String(number));
  return { meta, data: data.map((request) => viewListed(request, now)) };
}

function* newestFirst(requests: SignatureRequests, below = Number.POSITIVE_INFINITY) {
  const { inOrder } = requests;
  for (let place = placeOf(requests, below) - 1; place >= 0; place -= 1) {
    const request = inOrder[place];
    if (request !== undefined) yield request;
  }
}

type RequestFilter = Filter<SignatureRequest>;
type RequestColumns = Columns<SignatureRequest>;

function isListed(now: number): RequestFilter {
  return {
    fits: (request) => {
      settle(request, now);
      return !request.isBroken;
    },
  };
}

/** Of what the query names, and of nothing else. */
function filtersOf(query: ListQuery, columns: RequestColumns): readonly RequestFilter[] {
  const { q = '' } = query;
  return [
    // Those that were deleted are listed when they are asked for.
    ...(isNamed(query, 'status') ? [] : [{ fits: ({ status }: SignatureRequest) => status !== 'deleted' }]),
    ...keysOf(texts).flatMap((name) => oneOf(query, name, columns)),
    ...(q === '' ? [] : [named(q.toLowerCase(), columns)]),
    ...keysOf(times).flatMap((name) => within(query, name, columns)),
  ];
}

function named(wanted: string, columns: RequestColumns): RequestFilter {
  return {
    fits: (request) => nameOf(request).includes(wanted),
    lists: () => columns.holding('name', (request) => [nameOf(request)], wanted),
  };
}

function nameOf({ settings }: SignatureRequest): string {
  return settings.name.toLowerCase();
}

const texts = {
  status: ({ status }) => status,
  workspace_id: ({ settings }) => settings.workspace_id,
  external_id: ({ settings }) => settings.external_id ?? '',
  source: () => 'public_api',
} satisfies Record<string, (request: SignatureRequest) => string>;

const times = {
  created_at: ({ createdAt }) => createdAt,
  activated_at: ({ activatedAt }) => activatedAt,
  approved_at: ({ approvedAt }) => approvedAt,
  completed_at: ({ completedAt }) => completedAt,
  declined_at: ({ decline }) => decline?.at,
  rejected_at: ({ rejection }) => rejection?.at,
} satisfies Record<string, (request: SignatureRequest) => number | undefined>;

function isNamed(query: ListQuery, name: string): boolean {
  return query[`${name}[eq]`] !== undefined || query[`${name}[in]`] !== undefined;
}

function oneOf(query: ListQuery, name: keyof typeof texts, columns: RequestColumns): readonly RequestFilter[] {
  const [one, several] = [query[`${name}[eq]`], query[`${name}[in]`]];
  const wanted = [...(one === undefined ? [] : [[String(one)]]), ...(several === undefined ? [] : [listed(several)])];
  return wanted.map((all) => {
    const among = new Set(all);
    return {
      fits: (request) => among.has(texts[name](request)),
      lists: () => columns.among(name, (request) => [texts[name](request)], among),
    };
  });
}

/** Days, `2025-03-02`, the last one included. */
function within(query: ListQuery, name: keyof typeof times, columns: RequestColumns): readonly RequestFilter[] {
  return Object.entries(comparisons).flatMap(([operator, holds]): readonly RequestFilter[] => {
    const wanted = query[`${name}[${operator}]`];
    if (wanted === undefined) return [];
    const days = listed(wanted);
    const daysOf = (request: SignatureRequest) => dayOf(times[name](request));
    return [
      {
        fits: (request) => daysOf(request).some((day) => holds(day, days)),
        lists: () => columns.where(name, daysOf, (day) => holds(day, days)),
      },
    ];
  });
}

/** None of what has not happened. */
function dayOf(time: number | undefined): readonly string[] {
  return time === undefined ? [] : [new Date(time).toISOString().slice(0, 10)];
}

const comparisons: Readonly<Record<string, (day: string, wanted: readonly string[]) => boolean>> = {
  eq: (day, [only = '']) => day === only,
  before: (day, [end = '']) => day < end,
  after: (day, [start = '']) => day > start,
  between: (day, [start = '', end = '']) => day >= start && day <= end,
};

function listed(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : String(value).split(',')).map(String);
}
