import * as z from 'zod';
import { nearest } from '../../../../core/forms/wording/nearest';
import { type Call, defineRule, type RequestValues, type Rule } from '../../../../core/operation';
import { untoldNote } from '../../../../core/webhooks/untoldEvents';
import { ask } from '../../../../kit/calls';
import { namesNone } from '../../../../kit/facts';
import { fixed, flag, requiredText, text } from '../../../../kit/fields';
import { writes } from '../../../../kit/mending/mends';
import { getUser } from '../getUser';
import { eventNames } from './eventNames';
import { untoldEvents } from './untoldEvents';

const secretKey = z.string().optional().meta({
  title: 'Secret key',
  description: 'Signs what is sent to the address: the header X-SignNow-Signature holds a proof made with it.',
  secret: true,
});

const header = z.union([
  z.string().meta({ title: 'Text', description: 'A text.', secret: true }),
  z.number().meta({ title: 'Number', description: 'A number.' }),
  z.boolean().meta({ title: 'Yes or no', description: 'Yes or no.' }),
]);

const attributes = z
  .object({
    callback: z.url({ protocol: /^https?$/ }).meta({
      title: 'Callback',
      description: 'Address that is called.',
      examples: ['https://example.com/webhooks/signnow'],
      errorMessage: 'Enter a web address, for example https://example.com/webhooks/signnow.',
    }),
    use_tls_12: flag('TLS 1.2', 'Whether it is called with TLS 1.2.'),
    docid_queryparam: flag('Document ID in the address', 'Whether the ID of the document is added to the query.'),
    integration_id: text('Integration ID', 'ID of a system that is known to signNow.'),
    headers: z.record(z.string(), header).nullable().optional().meta({
      title: 'Headers',
      description: 'Headers that each call carries, by name.',
      nullLabel: 'None',
    }),
    delete_access_token: flag('Without token', 'Whether the access token is left out of what is sent.'),
    include_metadata: flag('With metadata', 'Whether metadata is sent along.'),
    secret_key: secretKey,
  })
  .meta({ title: 'Attributes', description: 'Where to, and how.' });

export const subscriptionBody = z.object({
  event: requiredText(
    'Event',
    'Name of the event. Names with "user." are told of everything of an account.',
    'user.document.complete',
  ),
  entity_id: requiredText(
    'Entity ID',
    'ID of the account for events with "user.", else of the document, document group or template.',
    '7c31d9e4b5f04a62a8c0e1d23f546b7980a1c2e3',
  ),
  action: fixed('callback', 'Action', 'What happens: an address is called.'),
  attributes,
  secret_key: secretKey,
});

const subscriptionId = z
  .string()
  .min(1)
  .meta({
    title: 'Subscription ID',
    description: 'ID of the subscription, 40 characters.',
    examples: ['391a4c4a267b48c2a8e90ff802d4ae40fa051af6'],
    idShape: 'hex40',
    offeredFrom: 'event-subscriptions',
  });

export const subscriptionPath = z.object({ event_subscription_id: subscriptionId });

export const sampleSubscription = { event_subscription_id: '391a4c4a267b48c2a8e90ff802d4ae40fa051af6' } as const;

/** Whose events may be subscribed to. */
export interface AccountFacts {
  readonly id: string;
}

const account = z.object({ id: z.string() });

export async function loadAccountFacts(_values: RequestValues, call: Call): Promise<AccountFacts> {
  return account.parse(await ask(call, getUser, {}));
}

const rule = defineRule<{ readonly body: typeof subscriptionBody }, AccountFacts>;

export const subscriptionRules: readonly Rule[] = [
  rule({
    failure: 'subscription-not-allowed',
    statement: 'Events with "user." are those of the account itself.',
    check: ({ body }, facts) =>
      body?.event?.startsWith('user.') && facts !== undefined && namesNone(body.entity_id, new Set([facts.id]))
        ? [
            {
              pointer: '/body/entity_id',
              message: `Events with "user." need the ID of the account: ${facts.id}.`,
              mend: writes('/body/entity_id', facts.id),
            },
          ]
        : [],
  }),
  rule({
    failure: 'event-unknown',
    statement: 'The event is one that a source names.',
    severity: 'warning',
    check: ({ body }) => {
      const event = body?.event;
      if (!namesNone(event, new Set(eventNames))) return [];
      const meant = nearest(event, eventNames);
      const mended = meant !== undefined && { mend: writes('/body/event', meant) };
      return [{ pointer: '/body/event', message: 'No source names this event.', ...mended }];
    },
  }),
];

export function suggestEvents({ id }: AccountFacts) {
  return {
    '/body/event': eventNames.map((name) => {
      const description = untoldNote(untoldEvents, name);
      return { value: name, label: name, ...(description !== undefined && { description }) };
    }),
    '/body/entity_id': [{ value: id, label: 'The account of the connection', description: id }],
  };
}
