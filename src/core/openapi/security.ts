import type { JsonObject } from '../../protocol/json';
import type { Auth } from '../auth';
import type { Operation } from '../operation';
import { keysOf } from '../typing/keysOf';

type Scheme = NonNullable<Operation['authorization']>;

/** Where credentials go, by scheme, as the provider itself puts them there; nothing for one that adds no header. */
export async function securitySchemesOf(auth: Auth, operations: readonly Operation[]): Promise<JsonObject> {
  const used = new Set(operations.map(({ authorization = 'token' }) => authorization));
  const schemes: [string, JsonObject][] = [];
  for (const scheme of ['token', 'client'] as const) {
    const described = used.has(scheme) ? await describeScheme(auth, scheme) : undefined;
    if (described !== undefined) schemes.push([scheme, described]);
  }
  return Object.fromEntries(schemes);
}

/** Empty where no credential is sent as a header. */
export function securityOf({ authorization = 'token' }: Operation, schemes: JsonObject): readonly JsonObject[] {
  return Object.hasOwn(schemes, authorization) ? [{ [authorization]: [] }] : [];
}

const sample = 'sample';

async function describeScheme(auth: Auth, scheme: Exclude<Scheme, 'none'>): Promise<JsonObject | undefined> {
  const credentials = Object.fromEntries(
    auth.kinds.flatMap(({ fields }) => keysOf(fields.shape)).map((name) => [name, sample]),
  );
  const headers = await auth.authorize(scheme, {
    credentials,
    token: () => Promise.resolve({ accessToken: sample }),
    call: () => Promise.resolve({}),
  });
  const [name, value = ''] = Object.entries(headers)[0] ?? [];
  if (name === undefined) return undefined;
  if (/^bearer /i.test(value)) return { type: 'http', scheme: 'bearer' };
  if (/^basic /i.test(value)) return { type: 'http', scheme: 'basic' };
  // What holds nothing of a credential is the same for everybody.
  return { type: 'apiKey', in: 'header', name, ...(!value.includes(sample) && { description: `Always ${value}.` }) };
}
