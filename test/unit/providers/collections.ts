import assert from 'node:assert/strict';
import type { Collection, DocumentDetail, DocumentSummary } from '../../../src/core/documents';
import { validateRequest } from '../../../src/core/forms/validateRequest';
import type { Call, Effect, Verb } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { effectsOf } from '../../../src/core/sending/mayBeSent';

/** The items of all pages. */
export async function listAll(collection: Collection, call: Call): Promise<readonly DocumentSummary[]> {
  assert.ok(collection.list, `${collection.id} cannot be listed`);
  const items: DocumentSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await collection.list(call, cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

/** What is asked before an action of a verb is sent. */
const askedAbout: Partial<Record<Verb, Effect>> = {
  remove: 'takesAway',
  cancel: 'takesAway',
  remind: 'mailsPeople',
  send: 'mailsPeople',
};

/** Actions name an operation and its document; those that are complete are valid as they are. */
export function assertActions(provider: Provider, { actions, recipients }: DocumentDetail): void {
  for (const action of [...actions, ...recipients.flatMap((recipient) => recipient.actions)]) {
    const operation = provider.operations.find(({ id }) => id === action.operation);
    assert.ok(operation, `there is no operation ${action.operation}`);
    const { path = {}, query = {}, body } = action;
    const { issues } = validateRequest(operation, { path, query, ...(body !== undefined && { body }) });
    const serious = issues.filter(({ pointer }) => action.complete || pointer.startsWith('/path/'));
    assert.deepEqual(serious, [], action.title);
    const asked = askedAbout[action.verb];
    if (asked !== undefined) assert.ok(effectsOf(operation, action).includes(asked), `${action.title}: no ${asked}`);
  }
}
