import type { Collection, Recipient } from '../documents';
import { shapeOf } from '../forms/shapes/shapeOf';
import { replyJson } from '../http';
import type { Call, Operation } from '../operation';
import type { Provider } from '../provider';
import type { Run } from '../sending/run';

/** In bytes: what is larger is not read only to draw a picture of it. */
const mostRead = 256 * 1024;

/**
 * The recipients of the document that a reply is of, read as the tree reads them; none where the tree would ask for more
 * than this one reply.
 */
export async function recipientsInReply(
  { outcome, request }: Pick<Run, 'outcome' | 'request'>,
  provider: Provider,
): Promise<readonly Recipient[]> {
  if (outcome.kind !== 'replied' || outcome.reading.failed || outcome.reading.verdict.kind !== 'answer') return [];
  const operation = provider.operations.find(({ id }) => id === request.operation);
  if (operation === undefined || outcome.reply.bytes.length > mostRead) return [];
  const subject = subjectOf(operation, request.path ?? {}, provider.resources?.collections ?? []);
  if (subject === undefined) return [];
  const body = replyJson(outcome.reply);
  const call: Call = (asked, { path }) => {
    const isThisOne = asked === operation.id && Object.values(path ?? {}).includes(subject.id);
    return isThisOne ? Promise.resolve(body) : Promise.reject(new Error('The reply does not say it.'));
  };
  try {
    return (await subject.collection.read(call, subject.id)).recipients;
  } catch {
    return [];
  }
}

/** What an operation reads, by its path parameter that names a document. */
function subjectOf(
  { method, request }: Operation,
  path: Readonly<Record<string, unknown>>,
  collections: readonly Collection[],
): { readonly collection: Collection; readonly id: string } | undefined {
  const shape = method === 'GET' && request.path ? shapeOf(request.path) : undefined;
  if (shape?.kind !== 'object') return undefined;
  for (const [key, { meta }] of shape.properties) {
    const collection = collections.find(({ id }) => id === meta.refersTo);
    const id = path[key];
    if (collection !== undefined && typeof id === 'string') return { collection, id };
  }
  return undefined;
}
