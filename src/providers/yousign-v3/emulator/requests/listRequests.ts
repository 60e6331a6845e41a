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
  for (let place = before - 1; place >= 0; place -= 1) {
    const request = inOrder[place];
    if (request !== undefined && !request.isBroken && fits(settle(request, now), query)) yield request;
  }
}

function fits(request: SignatureRequest, query: ListQuery): boolean {
  const { settings } = request;
  return (
    // Those that were deleted are listed when they are asked for.
    (isNamed(query, 'status') || request.status !== 'deleted') &&
    isOneOf(query, 'status', request.status) &&
    isOneOf(query, 'workspace_id', settings.workspace_id) &&
    isOneOf(query, 'external_id', settings.external_id ?? '') &&
    isOneOf(query, 'source', 'public_api') &&
    settings.name.toLowerCase().includes((query.q ?? '').toLowerCase()) &&
    isWithin(query, 'created_at', request.createdAt) &&
    isWithin(query, 'activated_at', request.activatedAt) &&
    isWithin(query, 'approved_at', request.approvedAt) &&
    isWithin(query, 'completed_at', request.completedAt) &&
    isWithin(query, 'declined_at', request.decline?.at) &&
    isWithin(query, 'rejected_at', request.rejection?.at)
  );
}

function isNamed(query: ListQuery, name: string): boolean {
  return query[`${name}[eq]`] !== undefined || query[`${name}[in]`] !== undefined;
}

function isOneOf(query: ListQuery, name: string, value: string): boolean {
  const [one, several] = [query[`${name}[eq]`], query[`${name}[in]`]];
  return (one === undefined || one === value) && (several === undefined || listed(several).includes(value));
}

/** Days, `2025-03-02`, the last one included. */
function isWithin(query: ListQuery, name: string, time: number | undefined): boolean {
  const day = time === undefined ? '' : new Date(time).toISOString().slice(0, 10);
  return Object.entries(comparisons).every(([operator, holds]) => {
    const wanted = query[`${name}[${operator}]`];
    return wanted === undefined || (day !== '' && holds(day, listed(wanted)));
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
