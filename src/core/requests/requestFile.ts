import { t } from '@vscode/l10n';
import * as z from 'zod';
import type { Issue } from '../../protocol/form';
import type { JsonValue } from '../../protocol/json';
import { type BrokenJson, explainBroken } from '../json/explainBroken';
import { isObject } from '../json/jsonKinds';
import { printJson } from '../json/printJson';
import { readJson } from '../json/readJson';
import type { RequestValues } from '../operation';
import { recogniseForeign } from './foreignText';
import { frameIssue, textIssues } from './frameIssues';
import { valuesOf } from './valuesOf';

/** The content of a `*.esign.json` file. */
export interface RequestFile extends RequestValues {
  readonly operation: string;
  /** Id of a connection of the operation's provider. */
  readonly connection: string;
  /**
   * The text of the file, where the values alone do not say how it was written: digits that a number cannot hold,
   * names that stand twice. What is printed or sent takes its spelling from here wherever the values agree with it.
   */
  readonly written?: string;
}

const section = z.record(z.string(), z.unknown());

/** The frame of a request file; what stands in path, query and body is JSON already, and the operation's business. */
const requestFileSchema = z.object({
  operation: z.string().min(1),
  connection: z.string().min(1),
  path: z.optional(section),
  query: z.optional(section),
  body: z.optional(z.unknown()),
});

export type ParsedRequest =
  /** `issues` are those of the text: names that stand twice, sections that nobody reads. */
  { readonly kind: 'parsed'; readonly request: RequestFile; readonly issues: readonly Issue[] } | UnreadableRequest;

export interface UnreadableRequest {
  readonly kind: 'unreadable';
  /** Everything that is said, in one text. */
  readonly detail: string;
  /** Where it is a JSON object, and only its frame is not that of a request. */
  readonly issues?: readonly Issue[];
  /** Where it is not JSON. */
  readonly broken?: BrokenJson;
}

/** `fallback` is the connection of a file that names none. */
export function parseRequestFile(text: string, fallback?: string): ParsedRequest {
  const read = readJson(text);
  if (read.kind === 'broken') return unreadable(text, read);
  const { value, written } = read;
  const foreign = recogniseForeign(text, value);
  if (foreign !== undefined) return { kind: 'unreadable', detail: foreign };
  if (read.depth > mostNested) return { kind: 'unreadable', detail: tooDeep() };
  const { data, error } = requestFileSchema.safeParse(withConnection(value, fallback));
  const found = textIssues(text, read);
  if (error === undefined) {
    const { operation, connection } = data;
    const request = { operation, connection, ...sectionsOf(value), ...(written !== undefined && { written }) };
    return { kind: 'parsed', request, issues: found };
  }
  const issues = error.issues.map((issue) => frameIssue(issue, value));
  const detail = issues.map(({ message }) => message).join(' ');
  const isObject = issues.every(({ pointer }) => pointer !== '');
  return { kind: 'unreadable', detail, ...(isObject && { issues: [...issues, ...found] }) };
}

function withConnection(value: JsonValue, connection: string | undefined): JsonValue {
  return isObject(value) && connection !== undefined ? { connection, ...value } : value;
}

/** The stack of a thread is shorter than what can be written. */
const mostNested = 1000;
const tooDeep = () => t('The file is nested deeper than any API reads.');

function unreadable(text: string, read: BrokenJson): ParsedRequest {
  const foreign = recogniseForeign(text, undefined);
  if (foreign !== undefined) return { kind: 'unreadable', detail: foreign };
  const broken = explainBroken(text) ?? read;
  const detail = broken.faults.map(({ line, column, message }) =>
    t('Line {0}, column {1}: {2}', line, column, message),
  );
  return { kind: 'unreadable', detail: detail.join('\n'), broken };
}

/** Only what a request has: other names of the file are not its values. */
function sectionsOf(value: JsonValue): RequestValues {
  const { path, query, body } = isObject(value) ? value : {};
  return {
    ...(isObject(path) && { path }),
    ...(isObject(query) && { query }),
    ...(body !== undefined && { body }),
  };
}

/** The text of a new request file: two spaces, a final newline, sections in the order they are read. */
export function formatRequestFile(request: RequestFile): string {
  return `${printJson(contentOf(request), { indent: 2, written: request.written })}\n`;
}

/** The request as JSON, without the text that it came from. */
export function contentOf(request: RequestFile): JsonValue {
  const { operation, connection } = request;
  return { operation, connection, ...valuesOf(request) };
}
