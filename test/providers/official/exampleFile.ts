import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { operationCase } from '../../../src/core/scenarios/case';

/*
 * src/providers/<id>/examples/*.json, each a list: a body as a source prints it, and the call that the emulator answers
 * with one of the same keys and kinds.
 */

/** Where the emulator's reply is not as the source prints it, on purpose. */
const departure = z.strictObject({
  /** JSON pointers into the body; `*` stands for any one key or place. */
  pointer: z.union([z.string(), z.array(z.string()).min(1)]),
  kind: z.enum(['missing', 'extra', 'type']),
  /** Why, in a sentence. */
  reason: z.string().regex(/\w+ \w+ \w+/, 'A reason is a sentence.'),
});

const { name, operation, credentials, given, values, raw } = operationCase.shape;

const example = z.strictObject({
  name,
  /** Document, repository and path, or URL of the body. */
  source: z.string().min(1),
  operation,
  credentials,
  given,
  values,
  raw,
  status: z.int(),
  /** Without it the reply has none. */
  body: z.json().optional(),
  /** Id of the failure that the printed body is recognised as. */
  failure: z.string().optional(),
  departures: z.array(departure).optional(),
});

export type BodyExample = z.output<typeof example>;
export type Departure = z.output<typeof departure>;

export function readExamples(provider: string): readonly BodyExample[] {
  const folder = join('src', 'providers', provider, 'examples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((file) => z.array(example).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}
