import { remembered } from '../typing/remembered';
import { parseBaseUrl } from './baseUrl';
import { oddCharacter } from './oddCharacter';

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

/** Where a server of this product is found by others, also in a network without TLS. Without a slash at its end. */
export const publicBase: (text: string) => string | undefined = remembered(64, (text) => {
  const url = oddCharacter(text) === undefined && !/[\\?#]/.test(text) ? webUrl(text) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
});

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
  return base.kind === 'refused' ? undefined : placeOn(base.url, path);
}

/** The same below an address of an emulator, which nobody sends a secret to. */
export function servedAddress(publicUrl: string, path: string): string | undefined {
  const base = publicBase(publicUrl);
  return base === undefined ? undefined : placeOn(base, path);
}

function placeOn(base: string, path: string): string | undefined {
  if (plainPath.test(path)) return `${base}${path}`;
  if (!path.startsWith('/') || !URL.canParse(`${base}${path}`)) return undefined;
  const { href, origin } = new URL(`${base}${path}`);
  return origin === originOf(base) && href.startsWith(`${base}/`) ? href : undefined;
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
