import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/*
 * What programs of other people do with a provider: src/providers/<id>/clients/*.json, one file per client library.
 * The library is used as npm installs it; only the host and port of its own settings are those of the emulator.
 * Texts may refer to what is known as `{{name}}`: the credentials of the demo account, `host`, `port`, `folder`, and
 * what earlier steps kept. What is expected is a subset, as in the cases.
 */

const json = z.json();

const step = z.union([
  /** A function of the client, named by its path: `user.retrieve`. */
  z.strictObject({
    call: z.string(),
    /** Its one argument, or a list of all. `{ "$bytesOf": path }` stands for what a file holds. */
    with: z.union([z.record(z.string(), json), z.array(json)]),
    /** Names for parts of the result, by pointer. */
    keep: z.record(z.string(), z.string()).optional(),
    returns: json.optional(),
    /** What the client reports instead of a result. */
    fails: json.optional(),
  }),
  /** Opens a signing link, and finishes; `redirect` is where that leads. */
  z.strictObject({ sign: z.string(), redirect: z.string() }),
]);

const opening = z.discriminatedUnion('as', [
  /** The package exports a function, which gives functions that take one argument and an error-first callback. */
  z.strictObject({
    as: z.literal('errorFirst'),
    /** The module of the library that holds host and port, and what replaces them there. */
    settings: z.strictObject({ module: z.string(), values: z.record(z.string(), json) }),
    create: z.record(z.string(), json),
  }),
  /** The package exports a service for Nest, which gets its HTTP service with the options its module would set. */
  z.strictObject({ as: z.literal('nestService'), service: z.string(), http: z.record(z.string(), json) }),
]);

const clientFile = z.strictObject({
  package: z.string(),
  /** How the library is opened. */
  opens: opening,
  /** Names for texts that are needed as base64. */
  base64: z.record(z.string(), z.string()).optional(),
  /** Written to `{{folder}}`, by name. */
  files: z.record(z.string(), z.string()).optional(),
  /** Comes first in every case. */
  given: z.array(step),
  cases: z.array(z.strictObject({ name: z.string(), steps: z.array(step) })).min(1),
});

export type ClientFile = z.output<typeof clientFile>;
export type ClientStep = z.output<typeof step>;

/** Read when the tests are declared, so that each case is a test of its own. */
export function readClientFiles(provider: string): readonly ClientFile[] {
  const folder = join('src', 'providers', provider, 'clients');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => clientFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}
