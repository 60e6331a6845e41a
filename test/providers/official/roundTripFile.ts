import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { operationCase } from '../../../src/core/scenarios/case';

/*
 * src/providers/<id>/fixtures/roundTrips.json: how a resource is read and written, so that what is read can be sent back as it
 * came.
 */

const { given, values, operation } = operationCase.shape;

const call = z.strictObject({ operation, values });

const roundTrip = z.strictObject({
  resource: z.string(),
  given,
  read: call,
  /** JSON pointer to the part of the reply that is written; all of it without. */
  take: z.string().optional(),
  write: call,
  /** Where in the body of the write it is put; it is the body itself without. */
  putAt: z.string().optional(),
  /** Pointers, with `*` for any key or place, of what a write changes by itself, and why. */
  changes: z.record(z.string(), z.string().regex(/\w+ \w+ \w+/, 'A reason is a sentence.')).optional(),
});

export type RoundTrip = z.output<typeof roundTrip>;

export function readRoundTrips(provider: string): readonly RoundTrip[] {
  const file = join('src', 'providers', provider, 'fixtures', 'roundTrips.json');
  return existsSync(file) ? z.array(roundTrip).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}
