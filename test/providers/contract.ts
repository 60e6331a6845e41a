import * as z from 'zod';
import type { Failure } from '../../src/core/failure';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { metasWithin } from '../../src/core/requests/innerSchemas';

/** The faults that a definition has. */
type Requirement = (provider: Provider) => readonly string[] | Promise<readonly string[]>;

/** What a provider's definition must hold, by the sentence that a new provider is measured by. */
export const requirements: Readonly<Record<string, Requirement>> = {
  'operation ids begin with the id of the provider and are unique': ({ id, operations }) => [
    ...operations.filter((operation) => !operation.id.startsWith(`${id}/`)).map((operation) => operation.id),
    ...repeated(operations.map((operation) => operation.id)),
  ],
  'every operation names its documentation': ({ operations }) =>
    operations.filter(({ docs }) => !isWebAddress(docs)).map(({ id }) => id),
  'every operation documents a successful reply and a failed one': ({ operations }) =>
    operations
      .filter(({ replies }) => !statuses(replies).some((status) => status < 300) || statuses(replies).length < 2)
      .map(({ id }) => id),
  'every operation has an example, and examples are valid': ({ operations }) =>
    operations.flatMap((operation) =>
      operation.examples.length === 0 ? [`${operation.id} has none`] : brokenExamples(operation),
    ),
  'path parameters and schemas agree': ({ operations }) => operations.filter(differsInPath).map(({ id }) => id),
  'failures of operations exist': ({ operations, failures }) =>
    operations.flatMap(({ id, failures: own = [] }) => own.filter(unknownIn(failures)).map((name) => `${id} ${name}`)),
  'every documented failure is one of an operation, or of an address that is none': async (provider) => {
    const ofNoOperation = await failuresOfNoAddress(provider);
    return provider.failures
      .filter(({ illustrative }) => illustrative === undefined)
      .filter(({ id }) => !provider.operations.some(({ failures: own = [] }) => own.includes(id)))
      .filter(({ id }) => !ofNoOperation.includes(id))
      .map(({ id }) => id);
  },
  'what is illustrative of a failure is a part that it has': ({ failures }) =>
    failures.filter(isWronglyIllustrative).map(({ id }) => id),
  'what is disputed is said by two sources at least, each in other words': ({ disputes = [] }) =>
    disputes
      .filter(({ says, here }) => here === '' || new Set(says.map(({ text }) => text)).size < 2)
      .map(({ point }) => point),
  'failures of rules exist and are named by their operation': ({ operations }) =>
    operations.flatMap(({ id, rules = [], failures = [] }) =>
      rules.filter(({ failure }) => !failures.includes(failure)).map(({ failure }) => `${id} ${failure}`),
    ),
  'failure ids are unique and those that are mended are mended by an operation': ({ operations, failures }) => [
    ...repeated(failures.map(({ id }) => id)),
    ...failures
      .filter(({ mendedBy }) => mendedBy !== undefined && unknownIn(operations)(mendedBy))
      .map(({ id, mendedBy }) => `${id} ${mendedBy}`),
  ],
  'every field has a title and a description': ({ operations }) => operations.flatMap(undescribedFields),
  'collections create with operations that exist': ({ operations, resources }) =>
    resources.collections.flatMap(({ create }) => create.filter(unknownIn(operations))),
  'what names a document is of a collection, and every collection is named by a path': ({ operations, resources }) => {
    const known = resources.collections.map(({ id }) => id);
    // Below the rung where documents are listed, the names are for what will be.
    if (known.length === 0) return [];
    const inPaths = operations.flatMap(({ request }) => collectionsNamedIn(request.path));
    const all = operations.flatMap(({ request }) => Object.values(request).flatMap(collectionsNamedIn));
    return [...all.filter((id) => !known.includes(id)), ...known.filter((id) => !inPaths.includes(id))];
  },
  'it has the documents that its rung claims, and no others': ({ rung, resources }) =>
    resources.collections.length > 0 === (rung !== 'described') ? [] : [rung],
  'it has the emulator that its rung claims, with a port of its own': ({ rung, emulator, portOffset }) =>
    [emulator, portOffset].every((part) => (part !== undefined) === (rung === 'emulated')) ? [] : [rung],
  'its emulator has a handler for every operation, and credentials of the first kind': async (provider) => {
    const definition = await provider.emulator?.();
    if (definition === undefined) return [];
    const ids = provider.operations.map(({ id }) => id);
    const handled = Object.keys(definition.handlers);
    const { issues = [] } = provider.auth.kinds[0]?.fields.safeParse(definition.credentials).error ?? {};
    return [
      ...ids.filter((id) => !handled.includes(id)),
      ...handled.filter((id) => !ids.includes(id)),
      ...issues.map(({ path, message }) => `credentials ${path.join()}: ${message}`),
    ];
  },
};

async function failuresOfNoAddress({ emulator }: Provider): Promise<readonly string[]> {
  const definition = await emulator?.();
  const request = { method: 'GET', path: '/no/such/address', query: {}, headers: {}, body: new Uint8Array() };
  return definition?.unknownRoute({ ...request, baseUrl: 'http://127.0.0.1:4010' }).failures ?? [];
}

function collectionsNamedIn(schema: z.ZodType | undefined): readonly string[] {
  return schema === undefined ? [] : metasWithin(schema).flatMap(({ refersTo }) => refersTo ?? []);
}

function isWronglyIllustrative({ illustrative, code, message }: Failure): boolean {
  const hasCode = code !== undefined || !illustrative?.includes('code');
  const hasMessage = message !== '' || !illustrative?.includes('message');
  return illustrative?.length === 0 || !hasCode || !hasMessage;
}

function brokenExamples(operation: Operation): readonly string[] {
  return operation.examples.flatMap(({ title, source: _source, ...values }) =>
    validateRequest(operation, values).issues.map(
      ({ pointer, message }) => `${operation.id} "${title}" ${pointer}: ${message}`,
    ),
  );
}

function differsInPath({ path, request }: Operation): boolean {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  const inSchema = Object.keys(request.path?.shape ?? {}).sort();
  return inPath.join() !== inSchema.join();
}

function undescribedFields({ id, request }: Operation): readonly string[] {
  return (['path', 'query', 'body'] as const).flatMap((section) => {
    const schema = request[section];
    return schema === undefined ? [] : undescribed(z.toJSONSchema(schema, { io: 'input' }), `${id} /${section}`);
  });
}

type JsonSchema = z.core.JSONSchema._JSONSchema;

/** Constants tell variants apart and need no words. */
function undescribed(schema: JsonSchema, at: string): readonly string[] {
  if (typeof schema === 'boolean') return [];
  const { properties = {}, items, anyOf = [], oneOf = [] } = schema;
  const own = Object.entries(properties).flatMap(([key, property]) => {
    const isDescribed =
      typeof property === 'object' &&
      property.title !== undefined &&
      (property.description !== undefined || property.const !== undefined);
    return [...(isDescribed ? [] : [`${at}/${key}`]), ...undescribed(property, `${at}/${key}`)];
  });
  const inItems = items !== undefined && !Array.isArray(items) ? undescribed(items, `${at}/*`) : [];
  return [...own, ...inItems, ...[...anyOf, ...oneOf].flatMap((option) => undescribed(option, at))];
}

function statuses(replies: Operation['replies']): readonly number[] {
  return Object.keys(replies).map(Number);
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function unknownIn(list: readonly { readonly id: string }[]): (id: string) => boolean {
  return (id) => !list.some((item) => item.id === id);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
