import type { Collection, DocumentPage } from '../documents';
import type { Call, Operation, RequestValues } from '../operation';
import type { Provider } from '../provider';
import { fieldsByMeta } from '../requests/fieldsByMeta';
import { getAt } from '../requests/pointer';
import { holdsReference } from '../requests/references/reference';

/** Where the values come from that a connection knows for a field, or why there are none. */
export type OfferSource =
  | {
      readonly kind: 'source';
      /** The document whose they are, where it matters. */
      readonly document?: string;
      list(call: Call): Promise<DocumentPage>;
    }
  | { readonly kind: 'none'; readonly why: string };

/** What fields of a request refer to by this name; undefined for a name that the provider does not know. */
export function offerSource(
  { resources }: Pick<Provider, 'resources'>,
  operation: Operation,
  values: RequestValues,
  name: string,
): OfferSource | undefined {
  const collection = resources.collections.find(({ id }) => id === name);
  if (collection !== undefined) return ofCollection(collection);
  const own = resources.choices?.[name];
  if (own === undefined) return undefined;
  if (own.within === undefined) return { kind: 'source', list: (call) => own.list(call, '') };
  const document = documentNamed(operation, values, own.within);
  if (document !== undefined) return { kind: 'source', document, list: (call) => own.list(call, document) };
  const noun = resources.collections.find(({ id }) => id === own.within)?.noun ?? 'document';
  return { kind: 'none', why: `They belong to a ${noun}: name it first.` };
}

function ofCollection(collection: Collection): OfferSource {
  if (collection.list === undefined) return { kind: 'none', why: collection.unlisted ?? 'They cannot be listed.' };
  const list = collection.list.bind(collection);
  return { kind: 'source', list: (call) => list(call, undefined) };
}

/** The document of a collection that the request is about. */
function documentNamed({ request }: Operation, values: RequestValues, collection: string): string | undefined {
  for (const section of ['path', 'query', 'body'] as const) {
    const schema = request[section];
    if (schema === undefined) continue;
    const pointers = fieldsByMeta(schema, values[section], ({ refersTo }) => refersTo === collection, `/${section}`);
    const named = pointers.map((pointer) => getAt(values, pointer)).find(isName);
    if (named !== undefined) return named;
  }
  return undefined;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !holdsReference(value);
}
