import { remembered } from '../typing/remembered';
import { parseBaseUrl } from './baseUrl';

/** The parts of an address that a browser opens as a page; undefined for all that could start another program. */
export function webUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}

export function isWebAddress(text: string): boolean {
  return webUrl(text) !== undefined;
}

/** Scheme, host and port; undefined when the text is no web address. */
export const originOf: (text: string) => string | undefined = remembered(64, (text) => webUrl(text)?.origin);

/** An address that cannot be used as somebody wrote it, without what may be a password. */
export function withoutAccount(text: string): string {
  return text.replace(/^([^/]*\/\/)?[^/]*@/, '$1…@').replace(/[?#].*$/s, '…');
}

/** What a person is shown of an address in a few words; the text itself when it is none. */
export function shownHost(text: string): string {
  return webUrl(text)?.host ?? text;
}

/** Host and path of a base URL, in which two addresses of one host differ; undefined when it is none. */
export function shownPlace(text: string): string | undefined {
  const base = parseBaseUrl(text);
  return base.kind === 'refused' ? undefined : base.url.replace(/^https?:\/\//, '');
}

/** The address of a path with its query below a base URL; undefined when it would lead elsewhere. */
export function addressOn(baseUrl: string, path: string): string | undefined {
  const base = parseBaseUrl(baseUrl);
  if (base.kind === 'baseUrl' && plainPath.test(path)) return `${base.url}${path}`;
  if (base.kind === 'refused' || !path.startsWith('/') || !URL.canParse(`${base.url}${path}`)) return undefined;
  const { href, origin } = new URL(`${base.url}${path}`);
  return origin === base.origin && href.startsWith(`${base.url}/`) ? href : undefined;
}

/** Which a parser leaves as it stands: it holds nothing that is encoded, and nothing that leads elsewhere. */
const plainPath = /^(?:\/[A-Za-z0-9_-]+)+(?:\?[A-Za-z0-9_=&-]*)?$/;

/** An address that was checked before, and a path of our own behind it. */
export function below(address: string, path: string): string {
  return `${address}${path}`;
}

/** What a request names of an address; the text itself when it is none. */
export function pathAndQueryOf(text: string): string {
  const url = webUrl(text);
  return url === undefined ? text : `${url.pathname}${url.search}`;
}

/** Path and query of a link below a base URL, the path beginning with a slash; undefined when it leads elsewhere. */
export function placeBelow(baseUrl: string, link: string): Pick<URL, 'pathname' | 'searchParams'> | undefined {
  const base = webUrl(baseUrl);
  const url = webUrl(link);
  if (base === undefined || url === undefined || url.origin !== base.origin) return undefined;
  const prefix = base.pathname.replace(/\/$/, '');
  if (!url.pathname.startsWith(`${prefix}/`)) return undefined;
  return { pathname: url.pathname.slice(prefix.length), searchParams: url.searchParams };
}

/** A web address with these values in its query, in the place of those that stand there; undefined when it is none. */
export function withQuery(address: string, values: Readonly<Record<string, string>>): string | undefined {
  const url = webUrl(address);
  if (url === undefined) return undefined;
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url.href;
}
