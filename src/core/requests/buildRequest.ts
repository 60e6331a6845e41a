import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../protocol/json';
import { buildAddress, type RefusedPart } from '../addresses/buildAddress';
import type { LoadedFiles } from '../attachments/loadedFile';
import type { Connection } from '../connections/connection';
import { hostOf } from '../connections/connection';
import type { Headers, HttpBody, HttpRequest } from '../http';
import { isObject } from '../json/jsonKinds';
import { type JsonTree, readJsonTree } from '../json/jsonTree';
import { printJson } from '../json/printJson';
import type { Operation, RequestValues } from '../operation';
import type { Problem } from '../problems/problem';
import type { Provider } from '../provider';
import { encodeMultipart } from './multipart';
import { joinPointer } from './pointer';

export interface RequestParts {
  /** Resolved and validated. */
  readonly values: RequestValues;
  readonly authorization: Headers;
  readonly files: LoadedFiles;
  /** Separates the parts of a multipart body; must not occur in them. */
  readonly boundary: string;
  /** The text that the values come from: what it spells in a way of its own is sent as it was written. */
  readonly written?: string | undefined;
  readonly repeats?: 'kept' | 'dropped';
}

const json = 'application/json';

/** The HTTP request of an operation, or the part of its address that is none. */
export function buildRequest(
  provider: Provider,
  operation: Operation,
  connection: Connection,
  parts: RequestParts,
): HttpRequest | Problem {
  const written = parts.written === undefined ? undefined : readJsonTree(parts.written);
  const address = buildUrl(provider, operation, connection, parts.values, written);
  if (address.kind !== 'address') return address;
  const body = encodeBody(operation, parts, written);
  if (body !== undefined && 'kind' in body) return body;
  return {
    method: operation.method,
    url: address.url,
    headers: {
      // Whoever cannot give the file says why in JSON.
      accept: [...(operation.accepts ?? []), json].join(', '),
      ...(body && { 'content-type': body.contentType }),
      ...parts.authorization,
    },
    body: body?.content,
  };
}

/** The address of an operation with these values. */
export function buildUrl(
  provider: Provider,
  operation: Operation,
  connection: Connection,
  values: RequestValues,
  written?: JsonTree,
): { readonly kind: 'address'; readonly url: string } | Problem {
  const baseUrl = operation.host ? hostOf(connection, operation.host) : connection.baseUrl;
  const standard = provider.pathPrefix?.default;
  const chosen = connection.pathPrefix;
  // The prefix belongs to the base URL: an address on another host may begin the same by chance.
  const isReplaced = operation.host === undefined && standard !== undefined && chosen !== undefined;
  const built = buildAddress({
    baseUrl,
    path: operation.path,
    ...(isReplaced && { prefix: { standard, chosen } }),
    values: spelledPath(values.path ?? {}, written),
    query: pairsOf(values.query ?? {}, '/query', written),
  });
  return built.kind === 'address' ? built : problemOf(built, baseUrl, chosen);
}

function problemOf({ part, name, reason }: RefusedPart, baseUrl: string, pathPrefix = ''): Problem {
  switch (part) {
    case 'baseUrl':
      return { kind: 'invalidBaseUrl', baseUrl, reason };
    case 'pathPrefix':
      return { kind: 'invalidPathPrefix', pathPrefix, reason };
    case 'path':
    case 'query':
      return {
        kind: 'invalidAddress',
        part,
        pointer: joinPointer(`/${part}`, ...(name === undefined ? [] : [name])),
        reason,
      };
  }
}

/** Path values: numbers as they were written. */
function spelledPath(values: JsonObject, written: JsonTree | undefined): JsonObject {
  if (written === undefined) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? textOf(value, { written, at: joinPointer('/path', name) }) : value,
    ]),
  );
}

/** Parts that are no text travel as JSON. */
function spelledBody(body: JsonObject, written: JsonTree | undefined): JsonObject {
  if (written === undefined) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, textOf(value, { written, at: joinPointer('/body', name) })]),
  );
}

function pairsOf(values: JsonObject, pointer: string, written: JsonTree | undefined): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    queryPairs(name, value, { written, at: joinPointer(pointer, name) }),
  );
}

interface Source {
  readonly written: JsonTree | undefined;
  readonly at: string;
}

/** Arrays repeat the name; null and empty objects are left out. */
function queryPairs(name: string, value: JsonValue, { written, at }: Source): [string, string][] {
  if (value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item: JsonValue, index) => queryPairs(name, item, { written, at: joinPointer(at, index) }));
  }
  return [[name, textOf(value, { written, at })]];
}

function textOf(value: JsonValue, source: Source): string {
  return typeof value === 'string' ? value : printJson(value, source);
}

function unsendable(reason: string): Problem {
  return { kind: 'unsendableBody', reason };
}

function encodeBody(
  operation: Operation,
  { values, files, boundary, repeats = 'kept' }: RequestParts,
  written: JsonTree | undefined,
): { contentType: string; content: HttpBody } | Problem | undefined {
  const body = values.body;
  if (body === undefined) return undefined;
  if (operation.method === 'GET') return unsendable(t('A GET takes no body: HTTP has no place for it.'));
  const encoding = operation.encoding ?? 'json';
  if (encoding === 'json') {
    return { contentType: json, content: { text: printJson(body, { written, at: '/body', repeats }) } };
  }
  if (!isObject(body)) return unsendable(t('A form is made of names and values: its body must be an object.'));
  if (encoding === 'form') {
    return {
      contentType: 'application/x-www-form-urlencoded',
      content: { text: new URLSearchParams(pairsOf(body, '/body', written)).toString() },
    };
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    content: encodeMultipart(spelledBody(body, written), files, boundary),
  };
}
