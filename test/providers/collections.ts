import assert from 'node:assert/strict';
import type { DocumentDetail } from '../../src/core/documents';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import { replyJson } from '../../src/core/http';
import type { Call, Effect, PreparedRequest, Verb } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import type { EmulatorPort, Stage } from '../../src/core/scenarios/stage';
import { effectsOf } from '../../src/core/sending/asking/effects';

/** A stage that tells of each document that was read. */
export function withDetails(stage: Stage): { readonly watched: Stage; readonly details: readonly DocumentDetail[] } {
  const details: DocumentDetail[] = [];
  const collections = stage.provider.resources.collections.map((collection) => ({
    ...collection,
    read: async (call: Call, id: string) => {
      const detail = await collection.read(call, id);
      details.push(detail);
      return detail;
    },
  }));
  const describe: EmulatorPort['describe'] = async (collection, id) => {
    const answer = await stage.emulator.describe(collection, id);
    if (answer.kind === 'replied') details.push(replyJson(answer.reply) as DocumentDetail);
    return answer;
  };
  const provider = { ...stage.provider, resources: { collections } };
  return { watched: { ...stage, provider, emulator: { ...stage.emulator, describe } }, details };
}

/** What is asked before an action of a verb is sent. */
const askedAbout: Partial<Record<Verb, Effect>> = {
  remove: 'takesAway',
  cancel: 'takesAway',
  remind: 'mailsPeople',
  send: 'mailsPeople',
};

/** Menus name what they do: "Add Recipient…" opens that form, and asks nobody what else is meant. */
const verbsOfMenus = {
  document: ['add', 'invite'],
  recipient: ['edit', 'invite', 'remove', 'link'],
} as const satisfies Record<string, readonly Verb[]>;

/** What each command of the menus of a document and of its recipients offers where it would have to ask; whom it is about may be asked. */
function askingMenus({ title, actions, recipients }: DocumentDetail): readonly string[] {
  return [
    ...verbsOfMenus.document.flatMap((verb) => asks(title, verb, actions)),
    ...recipients.flatMap((recipient) =>
      verbsOfMenus.recipient.flatMap((verb) => asks(recipient.title, verb, recipient.actions)),
    ),
  ];
}

function asks(about: string, verb: Verb, actions: readonly PreparedRequest[]): readonly string[] {
  const offered = offers(actions, verb);
  return offered.length < 2 ? [] : [`${about}, ${verb}: ${offered.map(({ title }) => title).join(' or ')}?`];
}

function offers(actions: readonly PreparedRequest[], verb: Verb): readonly PreparedRequest[] {
  return actions.filter((action) => action.verb === verb);
}

/** Actions name an operation and its document; those that are complete are valid as they are. */
export function assertActions(provider: Provider, detail: DocumentDetail): void {
  assert.deepEqual(askingMenus(detail), [], 'a menu that asks what is meant');
  const { actions, recipients } = detail;
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
