import * as z from 'zod';
import type { RequestValues } from '../provider';

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
  | { readonly kind: 'unreadable'; readonly detail: string };

export function parseRequestFile(text: string): ParsedRequest {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error: unknown) {
    return { kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  }
  const parsed = requestFileSchema.safeParse(content);
  if (parsed.success) return { kind: 'parsed', request: parsed.data as RequestFile };
  return { kind: 'unreadable', detail: parsed.error.issues.map(describeFrameIssue).join(' ') };
}

function describeFrameIssue(issue: z.core.$ZodIssue): string {
  const name = issue.path.join('.');
  if (name === '') return 'The file must hold one JSON object.';
  if (name === 'operation' || name === 'connection') return `"${name}" must be a text that is not empty.`;
  return `"${name}" must be a JSON object.`;
}

/** The text of a new request file: two spaces, a final newline, sections in the order they are read. */
export function formatRequestFile(request: RequestFile): string {
  const { operation, connection, path, query, body } = request;
  return `${JSON.stringify({ operation, connection, path, query, body }, undefined, 2)}\n`;
}
