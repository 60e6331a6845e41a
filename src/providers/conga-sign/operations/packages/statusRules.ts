import * as z from 'zod';
import { defineRule, type Rule } from '../../../../core/operation';
import { list, longText, text } from '../../../../kit/fields';
import { isDraft, type PackageFacts } from '../../facts';
import { packageShape } from './packageFields';
import { sendRules } from './packageRules';

const message = z.object({
  content: longText('Reason', 'Why the signer declines.', 'The price is wrong.'),
  from: z
    .object({ id: text('Role', 'ID of the role that declines.', 'Signer1') })
    .optional()
    .meta({ title: 'From', description: 'Who declines.' }),
  documents: list(
    z.object({ id: text('Document', 'ID of the document.', 'default-consent') }),
    'Documents',
    'What the signer had before them.',
    'Document',
  ),
});

/** How a status is changed, and by whom where a signer declines. */
export const statusShape = {
  status: packageShape.status,
  messages: list(message, 'Messages', 'Needed with DECLINED and OPTED_OUT: who declines, and why.', 'Message'),
};

const rule = defineRule<{ readonly body: z.ZodObject<typeof statusShape> }, PackageFacts>;

/** What the live API was seen to refuse. */
export const statusRules = [
  rule({
    failure: 'cannot-change-status',
    statement: 'Nobody declines a draft: it was not sent to anybody.',
    check: ({ body }, facts) =>
      isRefusal(body?.status) && facts !== undefined && isDraft(facts)
        ? [{ pointer: '/body/status', message: 'The package is a draft; only one that was sent can be declined.' }]
        : [],
  }),
  rule({
    failure: 'decline-without-comment',
    statement: 'Whoever declines a sent package says why, in messages.',
    check: ({ body }, facts) =>
      isRefusal(body?.status) && facts?.status === 'SENT' && !body?.messages?.some((one) => one?.content)
        ? [{ pointer: '/body/messages', message: 'Declining needs a message with its reason.' }]
        : [],
  }),
];

/** Rules of sending, where a status may be another as well. */
export const whenSent: readonly Rule[] = sendRules.map((sendRule) => {
  const { check } = rule({
    ...sendRule,
    check: (values, facts) => (values.body?.status === 'SENT' ? sendRule.check(values, facts) : []),
  });
  return { ...sendRule, check };
});

export const statusFailures = ['cannot-change-status', 'decline-without-comment'];

function isRefusal(status: string | undefined): boolean {
  return status === 'DECLINED' || status === 'OPTED_OUT';
}
