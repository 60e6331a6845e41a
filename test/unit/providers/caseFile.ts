import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/*
 * The cases of a provider: src/providers/<id>/cases/*.json, each an array. All texts may refer to kept values and
 * to credentials as `{{name}}`; `{{origin}}` is where the emulator listens. What is expected is a subset: objects may
 * hold more, arrays may not. `{"$matches": "^[0-9a-f]{40}$"}` stands for any text of a pattern.
 */

const json = z.json();
const section = z.record(z.string(), json);

const values = z.strictObject({ path: section.optional(), query: section.optional(), body: json.optional() });

/** A request as a stranger's client sends it. The headers of the operation's authorization are added. */
const raw = z.strictObject({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  /** Without the authorization headers. */
  anonymous: z.boolean().optional(),
});

const step = z.union([
  /** Sends an operation, which must succeed, and keeps parts of `{reply, links}` by pointer. */
  z.strictObject({ send: z.string(), values: values.optional(), keep: z.record(z.string(), z.string()).optional() }),
  /** Opens a signing link, and finishes or declines; `redirect` is where that leads. */
  z.strictObject({ sign: z.string(), redirect: z.string().optional() }),
  z.strictObject({ decline: z.string(), reason: z.string().optional(), redirect: z.string().optional() }),
  /** Opens a signing link and looks at the page. */
  z.strictObject({ visit: z.string(), status: z.number(), text: z.string().optional() }),
  z.strictObject({ advanceMinutes: z.number() }),
]);

const expectedIssue = z.strictObject({ pointer: z.string(), code: z.string() });

const providerCase = z.strictObject({
  name: z.string(),
  operation: z.string(),
  source: z.enum(['documented', 'minimal', 'ours']).optional(),
  /** Stands in for some of the emulator's credentials. */
  credentials: z.record(z.string(), z.string()).optional(),
  given: z.array(step).optional(),
  values: values.optional(),
  raw: raw.optional(),
  /** `loaded`: by the operation itself from the emulator. */
  facts: z.union([z.literal('loaded'), json]).optional(),
  /** All issues, warnings included. None without it. */
  issues: z.array(expectedIssue).optional(),
  /** The request that is sent, secrets masked. */
  request: z
    .strictObject({
      method: z.string().optional(),
      path: z.string().optional(),
      headers: section.optional(),
      body: json.optional(),
    })
    .optional(),
  /** Kind of the problem that keeps the request from being sent. */
  problem: z.string().optional(),
  reply: z.strictObject({ status: z.number(), headers: section.optional(), body: json.optional() }).optional(),
  /** Id of the failure that the reply is recognised as. */
  failure: z.string().optional(),
  links: z.array(json).optional(),
  nextSteps: z.array(json).optional(),
  /** What comes after the reply. */
  after: z.array(step).optional(),
});

/** What the tree shows: the items of a collection over all pages, or one of them. */
const resourceCase = z.strictObject({
  name: z.string(),
  collection: z.string(),
  given: z.array(step).optional(),
  items: z.array(json).optional(),
  id: z.string().optional(),
  detail: section.optional(),
  /** What the emulator alone knows of it, where the API reads nothing. */
  described: section.optional(),
});

export type ProviderCase = z.output<typeof providerCase>;
export type ResourceCase = z.output<typeof resourceCase>;
export type CaseStep = z.output<typeof step>;

export interface CaseFile {
  readonly name: string;
  readonly cases: readonly ProviderCase[];
  readonly resources: readonly ResourceCase[];
}

/** Read when the tests are declared, so that each case is a test of its own. */
export function readCaseFiles(provider: string): readonly CaseFile[] {
  const folder = join(process.cwd(), 'src', 'providers', provider, 'cases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, ...parseCases(join(folder, name)) }));
}

function parseCases(file: string): Omit<CaseFile, 'name'> {
  const items = z.array(z.looseObject({})).parse(JSON.parse(readFileSync(file, 'utf8')));
  const isResource = (item: object) => 'collection' in item;
  return {
    cases: parseAll(
      providerCase,
      items.filter((item) => !isResource(item)),
      file,
    ),
    resources: parseAll(resourceCase, items.filter(isResource), file),
  };
}

function parseAll<S extends z.ZodType>(schema: S, items: readonly object[], file: string): readonly z.output<S>[] {
  return items.map((item) => {
    const parsed = schema.safeParse(item);
    if (parsed.success) return parsed.data;
    throw new Error(`${file}: ${JSON.stringify(item).slice(0, 200)}\n${z.prettifyError(parsed.error)}`);
  });
}
