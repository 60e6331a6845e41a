import type { InspectedRequest, LoggedRequest } from '../../../protocol/pages/inspector';

/** More than a person reads. */
const mostShown = 500;

/** What came to one emulator. */
export interface ReadLog {
  readonly api: { readonly id: string; readonly title: string };
  readonly requests: readonly LoggedRequest[];
}

/** What came to several, the newest first. */
export function inspectorRows(logs: readonly ReadLog[]): readonly InspectedRequest[] {
  return logs
    .flatMap(({ api, requests }) => requests.map((request) => ({ api, request })))
    .toSorted((one, other) => other.request.at.localeCompare(one.request.at))
    .slice(0, mostShown)
    .map(({ api, request: { number, at, ...request } }) => ({
      ...request,
      key: `${api.id}/${number}/${at}`,
      api: api.title,
      time: at.slice(11, 23),
    }));
}

/** Whose a row is, and its number there. */
export function placeOf(key: string): { readonly provider: string; readonly number: number } {
  const [provider = '', number] = key.split('/');
  return { provider, number: Number(number) };
}
