import type { ChoiceSource } from '../../../core/documents';
import { ask } from '../../../kit/calls';
import { documentFacts, readDocument } from '../facts/documentFacts';
import { listEventSubscriptions } from '../operations/events/eventSubscriptions';
import { subscriptionListReply } from '../operations/events/subscriptionReplies';
import { documentCollection } from './documents';

/** What fields refer to besides documents and groups, by name. */
export const choices: Readonly<Record<string, ChoiceSource>> = {
  'field-invites': {
    within: documentCollection.id,
    list: async (call, id) => {
      const { invites } = documentFacts(await readDocument(id, call), []);
      return { items: invites.map((invite) => ({ id: invite.id, title: invite.email })) };
    },
  },
  'event-subscriptions': {
    list: async (call) => {
      const { data } = subscriptionListReply.parse(await ask(call, listEventSubscriptions, {}));
      return { items: data.map(({ id, event }) => ({ id, title: event })) };
    },
  },
};
