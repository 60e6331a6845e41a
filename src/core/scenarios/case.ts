import * as z from 'zod';
import { type CaseStep, json, section, values } from './step';

/*
 * A case: what is given, what is sent, what must come of it. What is expected is a subset, see `mismatches`.
 */

/** Checked by themselves, so that a slip in a step is said of that step. */
const steps = z.array(z.custom<CaseStep>());

/** A request as a stranger's client sends it. The headers of the operation's authorization are added. */
const raw = z.strictObject({
  method: z.string(),
  path: z.string(),
  headers: z.exactOptional(z.record(z.string(), z.string())),
  body: z.exactOptional(z.string()),
  /** Without the authorization headers. */
  anonymous: z.exactOptional(z.boolean()),
});

const request = z.strictObject({
  method: z.exactOptional(z.string()),
  path: z.exactOptional(z.string()),
  headers: z.exactOptional(section),
  body: z.exactOptional(json),
});

const reply = z.strictObject({
  status: z.number(),
  headers: z.exactOptional(section),
  body: z.exactOptional(json),
});

/** One call of an operation. */
export const operationCase = z.strictObject({
  name: z.string(),
  operation: z.string(),
  source: z.exactOptional(z.enum(['documented', 'minimal', 'ours'])),
  /** Stands in for some of the demo account's credentials. */
  credentials: z.exactOptional(z.record(z.string(), z.string())),
  given: z.exactOptional(steps),
  values: z.exactOptional(values),
  raw: z.exactOptional(raw),
  /** What is known of the document; `loaded`: by the operation itself. */
  facts: z.exactOptional(json),
  /** All issues, warnings included. None without it. */
  issues: z.exactOptional(z.array(z.strictObject({ pointer: z.string(), code: z.string() }))),
  /** The request that is sent, secrets masked. */
  request: z.exactOptional(request),
  /** Kind of the problem that keeps the request from being sent. */
  problem: z.exactOptional(z.string()),
  reply: z.exactOptional(reply),
  /** Id of the failure that the reply is recognised as. */
  failure: z.exactOptional(z.string()),
  links: z.exactOptional(z.array(json)),
  nextSteps: z.exactOptional(z.array(json)),
  /** What comes after the reply. */
  after: z.exactOptional(steps),
});

/** What the tree shows: the items of a collection over all pages, or one of them. */
export const collectionCase = z.strictObject({
  name: z.string(),
  collection: z.string(),
  given: z.exactOptional(steps),
  items: z.exactOptional(z.array(json)),
  id: z.exactOptional(z.string()),
  detail: z.exactOptional(section),
  /** What the emulator alone knows of it, where the API reads nothing. */
  described: z.exactOptional(section),
});

export type OperationCase = z.output<typeof operationCase>;
export type CollectionCase = z.output<typeof collectionCase>;
export type RawRequest = z.output<typeof raw>;
