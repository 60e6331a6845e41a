import { parse } from 'yaml';
import * as z from 'zod';

/*
 * What Artillery says of its scripts (https://www.artillery.io/docs/reference/test-script and engines/http), as far as
 * exports go. The real one runs in `npm run bench -- exports`.
 */

const text = z.string().min(1);
const capture = z
  .strictObject({
    json: text.optional(),
    header: text.optional(),
    as: z.string().regex(/^\w+$/),
    strict: z.boolean().optional(),
  })
  .refine(({ json, header }) => (json === undefined) !== (header === undefined));
const status = z.union([z.number(), z.array(z.number()).min(1)]);
const expectation = z.union([
  z.strictObject({ statusCode: status }),
  z.strictObject({ notStatusCode: status }),
  z.strictObject({ jmespath: text, description: text }),
]);
const request = z
  .strictObject({
    url: text,
    name: text,
    headers: z.record(z.string(), z.string()).optional(),
    auth: z.strictObject({ user: z.string(), pass: z.string() }).optional(),
    json: z.json().optional(),
    form: z.record(z.string(), z.json()).optional(),
    body: z.string().optional(),
    capture: z.array(capture).min(1).optional(),
    expect: z.array(expectation).optional(),
    ifTrue: text.optional(),
  })
  .refine(({ json, form, body }) => [json, form, body].filter((one) => one !== undefined).length <= 1);
const call = z
  .strictObject({ get: request, post: request, put: request, patch: request, delete: request })
  .partial()
  .refine((item) => Object.keys(item).length === 1);
const think = z.strictObject({ think: z.number() });
const loop = z.strictObject({ loop: z.array(z.union([call, think])), count: z.int().min(1) });

const script = z.strictObject({
  config: z.strictObject({
    target: z.url(),
    phases: z.array(z.strictObject({ duration: z.number(), arrivalCount: z.number() })),
    plugins: z.strictObject({ expect: z.record(z.string(), z.union([z.string(), z.boolean()])) }),
    variables: z.record(z.string().regex(/^\w+$/), z.json()).optional(),
  }),
  scenarios: z.array(z.strictObject({ name: text, flow: z.array(z.union([call, think, loop])) })),
});

/** Where a script is none. */
export function artilleryFaults(yaml: string): readonly string[] {
  const read = script.safeParse(parse(yaml));
  return read.error?.issues.map(({ path, message }) => `${path.join('/')}: ${message}`) ?? [];
}

/** How many requests one user sends when every step passes at once. */
export function requestsOf(yaml: string): number {
  const { scenarios } = script.parse(parse(yaml));
  return scenarios
    .flatMap(({ flow }) => flow)
    .flatMap((item) => Object.values(item))
    .filter((one) => typeof one === 'object' && 'url' in one && one.ifTrue === undefined).length;
}

/** Where its requests go with another target: what begins with a slash is below it, the rest is taken as it is. */
export function addressesOf(yaml: string, target: string): readonly string[] {
  const { config, scenarios } = script.parse(parse(yaml));
  return scenarios
    .flatMap(({ flow }) => flow)
    .flatMap((item) => Object.values(item))
    .flatMap((one) => (typeof one === 'object' && 'url' in one ? [one.url] : []))
    .map((url) =>
      url.replace(/\{\{ (\w+) \}\}/g, (whole: string, name: string) => String(config.variables?.[name] ?? whole)),
    )
    .map((url) => (url.startsWith('/') ? `${target}${url}` : url));
}
