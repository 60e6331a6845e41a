import { t } from '@vscode/l10n';
import type { JsonObject } from '../../protocol/json';
import { parseBaseUrl, type Refused, refused } from './baseUrl';
import { loneSurrogate } from './oddCharacter';
import { parsePathPrefix, replacePrefix } from './pathPrefix';
import { pathSegment } from './pathSegment';

export interface AddressParts {
  readonly baseUrl: string;
  /** Begins with a slash; `{name}` stands for a value. */
  readonly path: string;
  /** What takes the place of the path's standard start. */
  readonly prefix?: { readonly standard: string; readonly chosen: string };
  readonly values?: JsonObject;
  readonly query?: readonly (readonly [name: string, value: string])[];
}

export type BuiltAddress = { readonly kind: 'address'; readonly url: string; readonly origin: string } | RefusedPart;

/** Which of the parts is none, and why. */
export interface RefusedPart extends Refused {
  readonly part: 'baseUrl' | 'pathPrefix' | 'path' | 'query';
  /** Of the value in the path or the query. */
  readonly name?: string;
}

/**
 * Joins checked parts to a URL. Each part is read by itself, and the whole is read once more: none may have changed
 * what another one says.
 */
export function buildAddress({ baseUrl, path, prefix, values = {}, query = [] }: AddressParts): BuiltAddress {
  const base = parseBaseUrl(baseUrl);
  if (base.kind === 'refused') return { ...base, part: 'baseUrl' };
  const start = prefix && parsePathPrefix(prefix.chosen);
  if (start?.kind === 'refused') return { ...start, part: 'pathPrefix' };
  const template = prefix && start ? replacePrefix(path, prefix.standard, start.prefix) : path;
  const filled = fillPath(template, values);
  if (typeof filled === 'object') return filled;
  const search = querySearch(query);
  if (typeof search === 'object') return search;
  const url = `${base.url}${filled}${search}`;
  return isRead(url, base.origin) ? { kind: 'address', url, origin: base.origin } : changed();
}

function changed(): RefusedPart {
  return { ...refused(t('the address would not be sent as it is written')), part: 'path' };
}

/** Whether a URL parser leaves the text as it is, and finds this origin in it. */
function isRead(url: string, origin: string): boolean {
  if (!URL.canParse(url)) return false;
  const read = new URL(url);
  return read.href === url && read.origin === origin;
}

function fillPath(template: string, values: JsonObject): string | RefusedPart {
  let problem: RefusedPart | undefined;
  const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const segment = pathSegment(Object.hasOwn(values, name) ? values[name] : undefined);
    if (segment.kind === 'segment') return segment.text;
    problem ??= { ...segment, part: 'path', name };
    return '';
  });
  return problem ?? path;
}

function querySearch(query: NonNullable<AddressParts['query']>): string | RefusedPart {
  for (const [name, value] of query) {
    const character = loneSurrogate(name) ?? loneSurrogate(value);
    if (character !== undefined) {
      return { ...refused(t('It holds {0}, which cannot be sent.', character)), part: 'query', name };
    }
  }
  if (query.length === 0) return '';
  return `?${new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])).toString()}`;
}
