import * as z from 'zod';
import type { ChoiceSource, Collection, Resources } from '../../core/documents';
import type { Call, Operation } from '../../core/operation';
import { firstDeparture } from '../../core/replies/judging/departures';
import { CallFailed } from '../../core/sending/callFailed';

/*
 * What a provider reads of a reply may stand there in another shape. That is no mistake of the product but the outcome of
 * a call, which whoever calls can tell.
 */

export function readingResources({ collections, choices }: Resources, operations: readonly Operation[]): Resources {
  return {
    collections: collections.map((one) => readingCollection(one, operations)),
    ...(choices !== undefined && {
      choices: Object.fromEntries(
        Object.entries(choices).map(([name, source]) => [name, readingChoices(source, operations)]),
      ),
    }),
  };
}

export function readingFacts(operation: Operation, operations: readonly Operation[]): Operation {
  const { loadFacts } = operation;
  if (loadFacts === undefined) return operation;
  return {
    ...operation,
    loadFacts: (values, call) => asFailedCall(call, operations, (heard) => loadFacts(values, heard)),
  };
}

function readingCollection(collection: Collection, operations: readonly Operation[]): Collection {
  const { list, read } = collection;
  return {
    ...collection,
    ...(list !== undefined && {
      list: (call: Call, cursor: string | undefined) =>
        asFailedCall(call, operations, (heard) => list.call(collection, heard, cursor)),
    }),
    read: (call, id) => asFailedCall(call, operations, (heard) => read.call(collection, heard, id)),
  };
}

function readingChoices(source: ChoiceSource, operations: readonly Operation[]): ChoiceSource {
  return {
    ...source,
    list: (call, document) => asFailedCall(call, operations, (heard) => source.list(heard, document)),
  };
}

interface Answer {
  readonly operation: string;
  readonly body: unknown;
}

async function asFailedCall<Value>(
  call: Call,
  operations: readonly Operation[],
  read: (call: Call) => Promise<Value>,
): Promise<Value> {
  const answers: Answer[] = [];
  const heard: Call = async (operation, ...given) => {
    const body = await call(operation, ...given);
    answers.push({ operation, body });
    return body;
  };
  try {
    return await read(heard);
  } catch (error: unknown) {
    const last = answers.at(-1);
    if (!(error instanceof z.ZodError) || last === undefined) throw error;
    const difference = firstDeparture(error.issues, last.body);
    const title = operations.find(({ id }) => id === last.operation)?.title ?? last.operation;
    throw new CallFailed(last.operation, {
      kind: 'failed',
      problem: { kind: 'oddReply', operation: title, difference },
    });
  }
}
