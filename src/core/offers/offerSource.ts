import { t } from '@vscode/l10n';
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
  return { kind: 'none', why: t('They belong to a {0}: name it first.', noun) };
}

function ofCollection(collection: Collection): OfferSource {
  if (collection.list === undefined) return { kind: 'none', why: collection.unlisted ?? t('They cannot be listed.') };
  const list = collection.list.bind(collection);
  return { kind: 'source', list: (call) => list(call, undefined) };
}

/** The document of a collection that the request is about. */
function documentNamed(operation: Operation, values: RequestValues, collection: string): string | undefined {
  return fieldsReferringTo(operation, values, collection)
    .map((pointer) => getAt(values, pointer))
    .find(isName);
}

/** Pointers of the fields of a request that name something of a collection, or of what else is listed, empty ones as well. */
export function fieldsReferringTo({ request }: Operation, values: RequestValues, name: string): readonly string[] {
  return (['path', 'query', 'body'] as const).flatMap((section) => {
    const schema = request[section];
    if (schema === undefined) return [];
    return fieldsByMeta(
      schema,
      values[section],
      ({ refersTo, offeredFrom }) => (refersTo ?? offeredFrom) === name,
      `/${section}`,
    );
  });
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !holdsReference(value);
}
