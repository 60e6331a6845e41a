import type { JsonObject, JsonValue } from '../../protocol/json';
import type { LoadedFiles } from '../attachments/loadedFile';
import type { Connection } from '../connections/connection';
import { hostOf } from '../connections/connection';
import type { Headers, HttpBody, HttpRequest } from '../http';
import type { Operation, Provider, RequestValues } from '../provider';
import { encodeMultipart } from './multipart';

export interface RequestParts {
  /** Resolved and validated. */
  readonly values: RequestValues;
  readonly authorization: Headers;
  readonly files: LoadedFiles;
  /** Separates the parts of a multipart body; must not occur in them. */
  readonly boundary: string;
}

/** The HTTP request of an operation. */
export function buildRequest(
  provider: Provider,
  operation: Operation,
  connection: Connection,
  parts: RequestParts,
): HttpRequest {
  const body = encodeBody(operation, parts);
  return {
    method: operation.method,
    url: buildUrl(provider, operation, connection, parts.values),
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': body.contentType }),
      ...parts.authorization,
    },
    body: body?.content,
  };
}

export function buildUrl(
  provider: Provider,
  operation: Operation,
  connection: Connection,
  values: RequestValues,
): string {
  const base = operation.host ? hostOf(connection, operation.host) : connection.baseUrl;
  // The prefix belongs to the base URL: an address on another host may begin the same by chance.
  const template = operation.host ? operation.path : withPrefix(provider, connection, operation.path);
  const path = fillPath(template, values.path ?? {});
  const query = new URLSearchParams(
    Object.entries(values.query ?? {}).flatMap(([name, value]) => queryPairs(name, value)),
  ).toString();
  return `${base.replace(/\/+$/, '')}${path}${query === '' ? '' : `?${query}`}`;
}

function withPrefix(provider: Provider, connection: Connection, path: string): string {
  const standard = provider.pathPrefix?.default;
  if (standard === undefined || connection.pathPrefix === undefined || !path.startsWith(`${standard}/`)) return path;
  return `${connection.pathPrefix.replace(/\/+$/, '')}${path.slice(standard.length)}`;
}

function fillPath(path: string, values: JsonObject): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(values[name] ?? '')));
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
