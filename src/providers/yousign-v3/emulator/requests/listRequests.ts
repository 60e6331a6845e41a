import { keysOf } from '../../../../core/typing/keysOf';
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
  const place = key === undefined ? requests.inOrder.length : placeOf(requests, Number(key));
  const { meta, data } = pageFrom(fitting(requests, place, query, now), query, ({ number }) => String(number));
  return { meta, data: data.map((request) => viewListed(request, now)) };
}

function* fitting({ inOrder }: SignatureRequests, before: number, query: ListQuery, now: number) {
  const filters = filtersOf(query);
  for (let place = before - 1; place >= 0; place -= 1) {
    const request = inOrder[place];
    if (request === undefined || request.isBroken) continue;
    settle(request, now);
    if (filters.every((fits) => fits(request))) yield request;
  }
}

type Filter = (request: SignatureRequest) => boolean;

/** Of what the query names, and of nothing else: they are asked of each request. */
function filtersOf(query: ListQuery): readonly Filter[] {
  const { q = '' } = query;
  const wanted = q.toLowerCase();
  return [
    // Those that were deleted are listed when they are asked for.
    ...(isNamed(query, 'status') ? [] : [({ status }: SignatureRequest) => status !== 'deleted']),
    ...keysOf(texts).flatMap((name) => oneOf(query, name, texts[name])),
    ...(wanted === '' ? [] : [({ settings }: SignatureRequest) => settings.name.toLowerCase().includes(wanted)]),
    ...keysOf(times).flatMap((name) => within(query, name, times[name])),
  ];
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

function oneOf(query: ListQuery, name: string, textOf: (request: SignatureRequest) => string): readonly Filter[] {
  const [one, several] = [query[`${name}[eq]`], query[`${name}[in]`]];
  const all = several === undefined ? undefined : new Set(listed(several));
  return [
    ...(one === undefined ? [] : [(request: SignatureRequest) => textOf(request) === one]),
    ...(all === undefined ? [] : [(request: SignatureRequest) => all.has(textOf(request))]),
  ];
}

/** Days, `2025-03-02`, the last one included. */
function within(
  query: ListQuery,
  name: string,
  timeOf: (request: SignatureRequest) => number | undefined,
): readonly Filter[] {
  return Object.entries(comparisons).flatMap(([operator, holds]): readonly Filter[] => {
    const wanted = query[`${name}[${operator}]`];
    if (wanted === undefined) return [];
    const days = listed(wanted);
    return [
      (request) => {
        const time = timeOf(request);
        return time !== undefined && holds(new Date(time).toISOString().slice(0, 10), days);
      },
    ];
  });
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
