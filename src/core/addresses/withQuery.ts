import { webUrl } from './webAddress';

/** A web address with these values in its query, in the place of those that stand there; undefined when it is none. */
export function withQuery(address: string, values: Readonly<Record<string, string>>): string | undefined {
  const url = webUrl(address);
  if (url === undefined) return undefined;
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url.href;
}
