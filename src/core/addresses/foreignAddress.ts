import { originOf } from './webAddress';

/** An address as another tool writes it: `{{variables}}` may stand anywhere in it. */
export interface ForeignAddress {
  /** Undefined where a variable stands in its place of which nobody knows the value. */
  readonly origin: string | undefined;
  /** As it is written, percent-encoding included; begins with a slash. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** Undefined for what is no address of the web. `lookUp` gives the value of a variable where it is known. */
export function readForeignAddress(
  text: string,
  lookUp: (name: string) => string | undefined,
): ForeignAddress | undefined {
  const [, base = '', path = '', query = ''] = /^([^/?#]*(?:\/\/[^/?#]*)?)([^?#]*)(\?[^#]*)?/.exec(text.trim()) ?? [];
  const known = replaceVariables(base, lookUp);
  // A variable may stand for the beginning of the path as well.
  if (known !== base) return readForeignAddress(`${known}${path}${query}`, lookUp);
  const pairs = queryPairs(query.slice(1));
  // Some leave the host to the settings of their tool.
  if (base.includes('{{') || (base === '' && path !== ''))
    return { origin: undefined, path: rooted(path), query: pairs };
  const origin = originOf(withScheme(base));
  return origin === undefined ? undefined : { origin, path: rooted(path), query: pairs };
}

/** As it may be shown: without query, fragment, and who it is for; secrets stand there. */
export function publicAddress(text: string): string {
  return text.replace(/[?#][\s\S]*$/, '').replace(/^([a-z][a-z\d+.-]*:\/\/)?[^/]*@/i, '$1');
}

/** With more of a query at its end. */
export function withMoreQuery(address: string, query: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

export function replaceVariables(text: string, lookUp: (name: string) => string | undefined): string {
  const replaced = text.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (whole, name: string) => {
    const value = lookUp(name);
    // One that stands for itself would never come to an end.
    return value === undefined || value.includes('{{') ? whole : value;
  });
  return replaced;
}

/** The text that a part of an address stands for; as it is written where it is not encoded. */
export function decodedPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withScheme(base: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(base)) return base;
  return /^(?:localhost|127\.|\[::1\])/.test(base) ? `http://${base}` : `https://${base}`;
}

function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

function queryPairs(query: string): readonly (readonly [string, string])[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.replaceAll('+', ' ').split('=');
      return [decodedPart(name), decodedPart(value.join('='))] as const;
    });
}
