import type { JsonObject, JsonValue } from '../../protocol/json';
import { buildAddress, type RefusedPart } from '../addresses/buildAddress';
import type { LoadedFiles } from '../attachments/loadedFile';
import type { Connection } from '../connections/connection';
import { hostOf } from '../connections/connection';
import type { Headers, HttpBody, HttpRequest } from '../http';
import type { Problem } from '../problem';
import type { Operation, Provider, RequestValues } from '../provider';
import { encodeMultipart } from './multipart';
import { joinPointer } from './pointer';

export interface RequestParts {
  /** Resolved and validated. */
  readonly values: RequestValues;
  readonly authorization: Headers;
  readonly files: LoadedFiles;
  /** Separates the parts of a multipart body; must not occur in them. */
  readonly boundary: string;
}

/** The HTTP request of an operation, or the part of its address that is none. */
export function buildRequest(
  provider: Provider,
  operation: Operation,
  connection: Connection,
  parts: RequestParts,
): HttpRequest | Problem {
  const address = buildUrl(provider, operation, connection, parts.values);
  if (address.kind !== 'address') return address;
  const body = encodeBody(operation, parts);
  return {
    method: operation.method,
    url: address.url,
    headers: {
      accept: 'application/json',
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
    values: values.path ?? {},
    query: Object.entries(values.query ?? {}).flatMap(([name, value]) => queryPairs(name, value)),
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

/** Arrays repeat the name; null and empty objects are left out. */
function queryPairs(name: string, value: JsonValue): [string, string][] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => queryPairs(name, item));
  return [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]];
}

function encodeBody(
  operation: Operation,
  { values, files, boundary }: RequestParts,
): { contentType: string; content: HttpBody } | undefined {
  const body = values.body;
  if (body === undefined || operation.request.body === undefined) return undefined;
  switch (operation.encoding ?? 'json') {
    case 'json':
      return { contentType: 'application/json', content: { text: JSON.stringify(body) } };
    case 'form':
      return {
        contentType: 'application/x-www-form-urlencoded',
        content: { text: new URLSearchParams(fieldsOf(body)).toString() },
      };
    case 'multipart':
      return {
        contentType: `multipart/form-data; boundary=${boundary}`,
        content: encodeMultipart(body as JsonObject, files, boundary),
      };
  }
}

function fieldsOf(body: JsonValue): [string, string][] {
  return Object.entries(body as JsonObject).flatMap(([name, value]) => queryPairs(name, value));
}
