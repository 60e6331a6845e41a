import type * as z from 'zod';
import type { JsonObject, JsonValue } from '../../protocol/json';
import { isList, isObject } from '../json/jsonKinds';
import { readJson } from '../json/readJson';
import type { Operation, PreparedRequest, RequestValues } from '../operation';
import type { Provider } from '../provider';
import { fieldsByMeta } from '../requests/fieldsByMeta';
import { metasWithin } from '../requests/innerSchemas';
import { getAt } from '../requests/pointer';
import { isMasked } from '../secrets/mask';
import { recipientsIn } from '../sending/asking/mayBeSent';
import type { EntrySubject, HistoryEntry } from './entry';
import type { KnownNames } from './knownNames';

type Unnamed = Omit<HistoryEntry, 'subject'>;

export interface SubjectSources {
  readonly provider: Pick<Provider, 'operations' | 'resources'>;
  readonly names: KnownNames;
  /** What the reply made possible: it names what the call created. */
  readonly nextSteps: readonly PreparedRequest[];
  /** Whom a link was asked for. */
  readonly recipient?: string | undefined;
}

/** Read from what of the run is kept, so that it holds nothing that may not be. Undefined where nothing is known. */
export function subjectOf(entry: Unnamed, sources: SubjectSources): EntrySubject | undefined {
  const operation = operationOf(sources.provider, entry.operation);
  if (operation === undefined) return undefined;
  const reference = documentOf(sources, operation, entry.request);
  const title = reference && titleOf(entry, operation, reference, sources);
  const recipient = sources.recipient ?? recipientOf(entry, reference, sources);
  if (reference === undefined && recipient === undefined) return undefined;
  return {
    ...(reference !== undefined && { document: reference.document }),
    ...(title !== undefined && { title }),
    ...(recipient !== undefined && { recipient }),
  };
}

export interface DocumentReference {
  readonly collection: string;
  readonly document: string;
}

const longestTitle = 200;

function operationOf({ operations }: SubjectSources['provider'], id: string): Operation | undefined {
  return operations.find((one) => one.id === id);
}

/** What the request names, before what its reply leads to. */
function documentOf(
  { provider, nextSteps }: SubjectSources,
  operation: Operation,
  request: RequestValues,
): DocumentReference | undefined {
  const named = documentsIn(operation, request);
  if (named[0] !== undefined) return named[0];
  const led = nextSteps.flatMap((step) => {
    const next = operationOf(provider, step.operation);
    return next === undefined ? [] : documentsIn(next, step);
  });
  // A list leads to many documents, and is about none of them.
  const [first, ...others] = new Map(led.map((one) => [one.document, one])).values();
  return others.length === 0 ? first : undefined;
}

/** The documents that the values of an operation name, those of the path first. */
export function documentsIn({ request }: Operation, values: RequestValues): readonly DocumentReference[] {
  return (['path', 'body'] as const).flatMap((section) => {
    const schema = request[section];
    return schema === undefined ? [] : referencesIn(schema, values[section]);
  });
}

function referencesIn(schema: z.ZodType, value: unknown): readonly DocumentReference[] {
  const collections = new Set(metasWithin(schema).flatMap(({ refersTo }) => refersTo ?? []));
  return [...collections].flatMap((collection) =>
    fieldsByMeta(schema, value, ({ refersTo }) => refersTo === collection).flatMap((pointer) => {
      const document = getAt(value, pointer);
      return typeof document === 'string' && document !== '' && !isMasked(document) ? [{ collection, document }] : [];
    }),
  );
}

function titleOf(
  entry: Unnamed,
  operation: Operation,
  { collection, document }: DocumentReference,
  { provider, names }: SubjectSources,
): string | undefined {
  const creates = provider.resources.collections.some(
    ({ id, create }) => id === collection && create.includes(operation.id),
  );
  const title =
    titleInReply(entry, document) ??
    (creates ? titleWithin(entry.request.body) : undefined) ??
    names.title(entry, document);
  return title?.slice(0, longestTitle);
}

/** Beside the id of the document. */
function titleInReply({ outcome }: Unnamed, document: string): string | undefined {
  if (outcome.kind === 'failed' || outcome.truncated || !outcome.body.includes(document)) return undefined;
  const read = readJson(outcome.body);
  return read.kind === 'read' ? objectsIn(read.value).find(holdsId(document))?.title : undefined;
}

interface TitledObject {
  readonly object: JsonObject;
  readonly title: string | undefined;
}

function holdsId(document: string): (one: TitledObject) => boolean {
  return ({ object, title }) =>
    title !== undefined && Object.entries(object).some(([key, value]) => /id$/i.test(key) && value === document);
}

/** What stands higher first. */
function objectsIn(root: JsonValue, mostItems = mostLookedAt): readonly TitledObject[] {
  const open: JsonValue[] = [root];
  for (const value of open) {
    if (open.length > mostLookedAt) break;
    if (isList(value)) open.push(...value.slice(0, mostItems));
    else if (isObject(value)) open.push(...Object.values(value).filter((one) => one !== undefined));
  }
  return open.filter(isObject).map((object) => ({ object, title: ownTitle(object) }));
}

const mostLookedAt = 2_000;

function ownTitle(object: JsonObject): string | undefined {
  const found = Object.entries(object).find(([key, value]) => titleName.test(key) && isTitle(value));
  return typeof found?.[1] === 'string' ? found[1] : undefined;
}

/** Not in a list: people have names, too. */
function titleWithin(body: JsonValue | undefined): string | undefined {
  return body === undefined ? undefined : objectsIn(body, 0).find(({ title }) => title !== undefined)?.title;
}

const titleName = /^(?:(?:document|group|session|package|template|procedure|request|file)_?)?(?:name|title)$/i;

function isTitle(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && !isMasked(value);
}

/** The first of them, and how many more there are. */
function recipientOf(
  entry: Unnamed,
  reference: DocumentReference | undefined,
  { names }: SubjectSources,
): string | undefined {
  const { path = {}, body } = entry.request;
  const known = Object.values(path).flatMap((value) => {
    return (reference && names.recipient(entry, reference.document, String(value))) ?? [];
  });
  const [first, ...others] = known.length > 0 ? known : recipientsIn({ ...(body !== undefined && { body }) });
  if (first === undefined || isMasked(first)) return undefined;
  return others.length === 0 ? first : `${first} +${others.length}`;
}
