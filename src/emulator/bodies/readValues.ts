import type { EmulatedRequest, EmulatorDefinition } from '../../core/emulation';
import type { Operation, RequestValues } from '../../core/operation';
import { schemaProperties, typedFields } from '../../core/requests/typedFields';
import type { Issue } from '../../protocol/form';
import type { JsonObject, JsonValue } from '../../protocol/json';
import { type TooMuch, tooMuch } from '../limits';
import { type DecodedBody, tooManyValues } from './decodeBody';
import { holdsTooMuch, isOvercrowded } from './jsonSize';
import { inSchemaCase } from './schemaCase';

export type ReadValues =
  | { readonly kind: 'read'; readonly values: RequestValues }
  | { readonly kind: 'unreadable'; readonly issue: Issue }
  | TooMuch;

/** What a server takes besides the documented forms. */
export type Tolerance = Pick<EmulatorDefinition, 'ignoresCase' | 'respell'>;

/** What came, taken apart as far as it goes without knowing which operation was meant. */
export interface Arrived {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: EmulatedRequest['query'];
  /** Asked for by operations that take one. */
  body(): DecodedBody;
}

/** The values of a request as its file would hold them, not yet validated. */
export function readValues(
  operation: Operation,
  arrived: Arrived,
  { ignoresCase, respell = asTheyAre }: Tolerance = {},
): ReadValues {
  const { path, query, body } = operation.request;
  const { parameters } = arrived;
  const decoded: DecodedBody = body === undefined ? { kind: 'empty' } : arrived.body();
  if (decoded.kind === 'tooMuch') return decoded;
  if (decoded.kind === 'unreadable') return { kind: 'unreadable', issue: bodyIssue(decoded.detail) };
  const spelled = ignoresCase ? inSchemaCase : asItIs;
  const value = bodyValue(operation, decoded, spelled);
  const came: { path?: JsonObject; query?: JsonObject; body?: JsonValue } = {};
  if (path !== undefined) came.path = typedFields(path, parameters, isBounded);
  if (query !== undefined) came.query = typedFields(query, spelled(query, arrived.query), isBounded);
  if (value !== undefined) came.body = withoutPathIds(operation, parameters, value);
  const values = respell(came);
  // What came as JSON was counted when it was decoded.
  const uncounted = decoded.kind === 'json' ? { path: values.path, query: values.query } : values;
  return holdsTooMuch(uncounted) ? tooMuch(tooManyValues) : { kind: 'read', values };
}

type Spelling = typeof inSchemaCase;

const asItIs: Spelling = (_schema, value) => value;
const asTheyAre = (values: RequestValues) => values;

function bodyValue(
  operation: Operation,
  decoded: Exclude<DecodedBody, { kind: 'unreadable' | 'tooMuch' }>,
  spelled: Spelling,
): JsonValue | undefined {
  const { body } = operation.request;
  switch (decoded.kind) {
    case 'json':
      return spelled(body, decoded.value);
    case 'fields':
      return typedFields(body, spelled(body, decoded.fields), isBounded);
    case 'empty':
      // A form without fields is an empty form, and its missing fields can be named one by one.
      return operation.encoding === undefined || operation.encoding === 'json' ? undefined : {};
  }
}

/** Official clients repeat the ids of the path in the body, and the vendors' servers do not mind. */
function withoutPathIds(
  operation: Operation,
  parameters: Readonly<Record<string, string>>,
  body: JsonValue,
): JsonValue {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const schema = operation.request.body;
  const isRepeated = (name: string) => Object.hasOwn(parameters, name);
  if (schema === undefined || !Object.keys(body).some(isRepeated)) return body;
  const shape = schemaProperties(schema);
  const kept = Object.entries(body as JsonObject).filter(([name]) => !isRepeated(name) || Object.hasOwn(shape, name));
  return Object.fromEntries(kept);
}

/** Of a text that holds too much, nothing is read. */
function isBounded(text: string): boolean {
  return !isOvercrowded(new TextEncoder().encode(text));
}

function bodyIssue(detail: string): Issue {
  return { pointer: '/body', code: 'unreadable', message: `The body cannot be read: ${detail}`, severity: 'error' };
}
