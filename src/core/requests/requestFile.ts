import * as z from 'zod';
import type { Issue } from '../../protocol/form';
import type { RequestValues } from '../provider';
import { getAt, joinPointer } from './pointer';

/** The content of a `*.esign.json` file. */
export interface RequestFile extends RequestValues {
  readonly operation: string;
  /** Id of a connection of the operation's provider. */
  readonly connection: string;
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
  | { readonly kind: 'parsed'; readonly request: RequestFile }
  /** `issues` where it is a JSON object, and only its frame is not that of a request. */
  | { readonly kind: 'unreadable'; readonly detail: string; readonly issues?: readonly Issue[] };

export function parseRequestFile(text: string): ParsedRequest {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error: unknown) {
    return { kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  }
  const parsed = requestFileSchema.safeParse(content);
  if (parsed.success) return { kind: 'parsed', request: parsed.data as RequestFile };
  const issues = parsed.error.issues.map((issue) => frameIssue(issue, content));
  const detail = issues.map(({ message }) => message).join(' ');
  return { kind: 'unreadable', detail, ...(issues.every(({ pointer }) => pointer !== '') && { issues }) };
}

function frameIssue({ path, code }: z.core.$ZodIssue, content: unknown): Issue {
  const name = path.join('.');
  const pointer = joinPointer('', ...path.map(String));
  const isMissing = pointer !== '' && getAt(content, pointer) === undefined;
  return { pointer, code: isMissing ? 'required' : code, message: describeFrame(name), severity: 'error' };
}

function describeFrame(name: string): string {
  if (name === '') return 'The file must hold one JSON object.';
  if (name === 'operation' || name === 'connection') return `"${name}" must be a text that is not empty.`;
  return `"${name}" must be a JSON object.`;
}

/** The text of a new request file: two spaces, a final newline, sections in the order they are read. */
export function formatRequestFile(request: RequestFile): string {
  const { operation, connection, path, query, body } = request;
  return `${JSON.stringify({ operation, connection, path, query, body }, undefined, 2)}\n`;
}
