import { t } from '@vscode/l10n';
import type { FormEdit } from '../../protocol/form';
import type { Connection } from '../connections/connection';
import type { Call, Operation, RequestValues } from '../operation';
import type { Provider } from '../provider';
import { getAt } from '../requests/pointer';
import { fieldsReferringTo } from './offerSource';

export interface OpenRequest {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly request: RequestValues & { readonly connection: string };
  readonly connections: readonly Connection[];
}

/** A document of a connection, or somebody who takes part in it. */
export interface Usable {
  readonly provider: string;
  readonly connection?: string;
  readonly collection?: string;
  readonly document?: string;
  readonly recipient?: string;
}

/** Edits that name in a request what the tree shows, or why there are none. */
export type RequestUse =
  | { readonly kind: 'edits'; readonly edits: readonly FormEdit[] }
  /** Several fields name another one of its kind: somebody has to say which of them is meant. */
  | { readonly kind: 'choose'; readonly pointers: readonly string[]; readonly value: string }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * A document is named where documents of its kind are, a recipient where people of a document are, together with the
 * document: in every field of that kind that is empty, else in the only one.
 * @param call Reads who takes part in a document, since its people have ids of several kinds.
 */
export async function editsToUse(open: OpenRequest, target: Usable, call: () => Promise<Call>): Promise<RequestUse> {
  const { provider, operation, request, connections } = open;
  const { collection = '', document = '', recipient } = target;
  if (target.provider !== provider.id) return refused(t('This request is one of {0}.', provider.title));
  if (target.connection !== request.connection) {
    const titleOf = (wanted = '') => connections.find(({ id }) => id === wanted)?.title ?? wanted;
    const [there, here] = [titleOf(target.connection), titleOf(request.connection)];
    return refused(t('It is of {0}, and the request goes to {1}: switch its connection first.', there, here));
  }
  const useOfDocument = useIn(open, [collection], document);
  if (recipient === undefined) return useOfDocument ?? refused(t('{0} names no such document.', operation.title));
  const people = useIn(open, await namesOf(open, target, call), recipient);
  if (people === undefined) return useOfDocument ?? refused(t('{0} names nobody of the document.', operation.title));
  if (people.kind !== 'edits' || useOfDocument?.kind !== 'edits') return people;
  return { kind: 'edits', edits: [...useOfDocument.edits, ...people.edits] };
}

function useIn({ operation, request }: OpenRequest, names: readonly string[], value: string): RequestUse | undefined {
  const pointers = names.flatMap((name) => fieldsReferringTo(operation, request, name));
  if (pointers.length === 0) return undefined;
  const empty = pointers.filter((pointer) => getAt(request, pointer) === '');
  const chosen = empty.length > 0 || pointers.length > 1 ? empty : pointers;
  const isNamed = pointers.some((pointer) => getAt(request, pointer) === value);
  if (chosen.length > 0 || isNamed) {
    return { kind: 'edits', edits: chosen.map((pointer) => ({ kind: 'set', pointer, value })) };
  }
  return { kind: 'choose', pointers, value };
}

/** What lists of a document's people have this one, of those that the request names anybody of. */
async function namesOf(open: OpenRequest, target: Usable, call: () => Promise<Call>): Promise<readonly string[]> {
  const { provider, operation, request } = open;
  const { collection, document = '', recipient } = target;
  const candidates = Object.entries(provider.resources.choices ?? {}).filter(
    ([name, { within }]) => within === collection && fieldsReferringTo(operation, request, name).length > 0,
  );
  const found = await Promise.all(
    candidates.map(async ([name, choices]) => {
      const { items } = await choices.list(await call(), document);
      return items.some(({ id }) => id === recipient) ? [name] : [];
    }),
  );
  return found.flat();
}

function refused(why: string): RequestUse {
  return { kind: 'refused', why };
}
