import * as z from 'zod';
import { keysOf, recordOf } from '../../../core/typing/keysOf';
import { list, requiredList, requiredText, text } from '../../../kit/fields';
import { asAnswered } from './asAnswered';
import { configReply } from './replies';

const groups = {
  '@members': 'All members of the procedure.',
  '@members.auto': 'The members whose turn it is.',
  '@members.pending': 'The members whose turn has not come yet.',
  '@members.processing': 'The members who are signing.',
  '@members.done': 'The members who have signed.',
  '@members.refused': 'The members who have refused.',
  '@member': 'The member of whom the event tells.',
  '@creator': 'Whoever has created the procedure.',
  '@subscribers': 'All subscribers of the procedure.',
};

/** Who is told of an event: a group of the procedure's people, or an address. */
const recipients = requiredList(
  z.union([z.enum(keysOf(groups)), z.string().min(1)]).meta({
    title: 'Recipient',
    description: 'A group such as @members, "@subscribers.<group>", or an e-mail address.',
    examples: ['@creator'],
    meanings: groups,
  }),
  'To',
  'Who gets the e-mail.',
  'Recipient',
  { examples: [['@creator', '@members']] },
);

const template = z.object({
  to: recipients,
  subject: requiredText('Subject', 'Subject of the e-mail.', 'Hey! You are invited to sign!'),
  message: z
    .string()
    .min(1)
    .meta({
      title: 'Message',
      description:
        'Text of the e-mail, HTML. <tag data-tag-type="button" data-tag-name="url" data-tag-title="…"> becomes the button that leads to the documents.',
      widget: 'textarea',
      examples: ['Hello <tag data-tag-type="string" data-tag-name="recipient.firstname"></tag>'],
    }),
  fromName: text('From', 'Name of the sender. "Yousign" when left out.', 'Yousign'),
});

const webhook = z.object({
  url: z.url().meta({
    title: 'URL',
    description: 'Address that is called.',
    examples: ['https://example.com/webhooks/yousign'],
    errorMessage: 'Enter an address, for example https://example.com/webhooks/yousign.',
  }),
  method: z
    .enum(['GET', 'POST', 'PUT', 'PATCH'])
    .optional()
    .meta({ title: 'Method', description: 'How it is called. GET when left out.', examples: ['POST'] }),
  headers: z
    .record(z.string(), z.string().meta({ title: 'Header', description: 'Value of the header.', secret: true }))
    .optional()
    .meta({
      title: 'Headers',
      description: 'Headers of the call. Nothing is signed, so that a secret of your own in a header tells who calls.',
      examples: [{ 'X-Yousign-Custom-Header': 'Test value' }],
    }),
});

/** Title of each event that e-mails and webhooks can be tied to. */
const events = {
  'procedure.started': 'Procedure started',
  'procedure.finished': 'Procedure finished',
  'procedure.refused': 'Procedure refused',
  'procedure.expired': 'Procedure expired',
  'procedure.deleted': 'Procedure deleted',
  'member.started': 'Member invited',
  'member.finished': 'Member finished',
  'comment.created': 'Comment created',
} as const;

type Event = keyof typeof events;

function byEvent<S extends z.ZodType>(item: S, itemLabel: string, description: string) {
  const ofEvent = (event: Event) => list(item, events[event], description, itemLabel);
  return z.object(recordOf(keysOf(events).map((event) => [event, ofEvent(event)])));
}

const reminder = z.object({
  interval: z
    .int()
    .min(1)
    .meta({
      title: 'Interval',
      description: 'Days between two reminders, counted from the creation of the procedure.',
      examples: [2],
      alsoAccepts: 'string',
    }),
  limit: z
    .int()
    .min(1)
    .max(90)
    .optional()
    .meta({
      title: 'Limit',
      description: 'How many reminders are sent at most: 1 to 90, 5 when left out.',
      examples: [5],
      alsoAccepts: 'string',
    }),
  config: z
    .object({
      email: z
        .object({
          'reminder.executed': list(template, 'Reminder sent', 'E-mails of the reminder.', 'E-mail'),
        })
        .optional()
        .meta({ title: 'E-mails', description: 'What is sent.' }),
    })
    .optional()
    .meta({ title: 'Configuration', description: 'E-mails of the reminder.' }),
});

const configFields = {
  email: byEvent(template, 'E-mail', 'E-mails that are sent when this happens.')
    .optional()
    .meta({ title: 'E-mails', description: 'E-mails by event.' }),
  reminders: list(reminder, 'Reminders', 'Reminders that are sent by themselves.', 'Reminder'),
  webhook: byEvent(webhook, 'Webhook', 'Addresses that are called when this happens.')
    .optional()
    .meta({ title: 'Webhooks', description: 'Webhooks by event.' }),
};

export const procedureConfig = z
  .object(asAnswered(configFields, configReply))
  .optional()
  .meta({ title: 'Configuration', description: 'E-mails, reminders and webhooks of this procedure.' });
