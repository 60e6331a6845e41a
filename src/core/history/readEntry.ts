import * as z from 'zod';
import { describeProblem } from '../problems/describeProblem';
import type { Problem } from '../problems/problem';
import { causes } from '../sending/runOrigin';
import type { HistoryEntry, StoredOutcome } from './entry';

export type EntryReading =
  | { readonly kind: 'read'; readonly entry: HistoryEntry }
  /** Written by a version of this product that knows more than this one. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** Checks the frame of what was stored as an entry; values of the request are the operation's business. */
export function readEntry(content: unknown): EntryReading {
  if (newerSchema.safeParse(content).success) return { kind: 'newer' };
  return isEntry(content) ? { kind: 'read', entry: content } : { kind: 'damaged' };
}

const text = z.string();
const headers = z.record(text, text);
const section = z.optional(z.record(text, z.unknown()));

const outcomeSchemas = {
  replied: z.object({
    kind: z.literal('replied'),
    status: z.number(),
    statusText: text,
    failed: z.boolean(),
    headers,
    body: text,
    truncated: z.boolean(),
    size: z.number(),
    durationMs: z.number(),
    timing: z.optional(
      z.object({
        lookupMs: z.optional(z.number()),
        connectMs: z.optional(z.number()),
        tlsMs: z.optional(z.number()),
        waitingMs: z.number(),
        downloadMs: z.number(),
      }),
    ),
    wireSize: z.optional(z.number()),
    incomplete: z.optional(z.enum(['cut', 'damaged'])),
  }),
  failed: z.object({ kind: z.literal('failed'), problem: z.custom<Problem>(isProblem) }),
} satisfies Readonly<Record<StoredOutcome['kind'], z.ZodType>>;

const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), name: text, value: text }),
  z.object({
    kind: z.literal('file'),
    name: text,
    fileName: text,
    mediaType: text,
    size: z.number(),
    path: z.optional(text),
  }),
]);

const entrySchema = z.object({
  version: z.literal(1),
  // Stands in its line as it is, so that the line is found without being parsed.
  id: text.regex(/^[^"\\\ufffd\p{Cc}]+$/u),
  // What a date can hold.
  sentAt: z.number().min(0).max(8.64e15),
  provider: text,
  operation: text,
  connection: text,
  environment: text,
  baseUrl: text,
  request: z.object({ operation: text, connection: text, path: section, query: section, written: z.optional(text) }),
  folder: z.optional(text),
  cause: z.optional(z.enum(causes)),
  scenario: z.optional(z.object({ run: text, workflow: text, step: text })),
  subject: z.optional(z.object({ document: z.optional(text), title: z.optional(text), recipient: z.optional(text) })),
  traced: z.optional(z.record(text, z.array(z.union([text, z.array(z.object({ entry: text, pointer: text }))])))),
  recipients: z.optional(z.array(z.object({ from: text, to: z.optional(text) }))),
  inSpiteOf: z.optional(z.array(z.object({ pointer: text, message: text, code: text, severity: text }))),
  sent: z.optional(
    z.object({
      method: text,
      url: text,
      headers,
      body: z.optional(text),
      isCut: z.optional(z.boolean()),
      parts: z.optional(z.array(part)),
    }),
  ),
  outcome: z.discriminatedUnion('kind', [outcomeSchemas.replied, outcomeSchemas.failed]),
});

const newerSchema = z.object({ version: z.int().min(2) });

function isEntry(content: unknown): content is HistoryEntry {
  return entrySchema.safeParse(content).success;
}

/** A problem is there to be put into words: what can be is one, whatever kinds there are by now. */
function isProblem(value: unknown): boolean {
  try {
    return describeProblem(value as Problem).title !== '';
  } catch {
    return false;
  }
}
