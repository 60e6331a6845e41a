import * as z from 'zod';
import type { Sketch, ValuesOf } from '../../../../core/operation';
import { flag, list, longText, requiredChoice, requiredText, text } from '../../../../kit/fields';
import { documentGroupPath, signingOrder } from '../fields';
import {
  actionLabels,
  actionMeanings,
  authentication,
  expirationDays,
  mailedTo,
  redirects,
  reminder,
} from '../groupInvites/groupInviteFields';
import type { Assignment } from '../groups/assignmentRules';

const part = z.object({
  id: requiredText('Document ID', 'ID of a document of the group.'),
  role: text('Role', 'Role of the recipient in the document; needed to sign.', 'Signer 1'),
  action: requiredChoice(actionLabels, 'Action', 'What is to be done with the document.', {
    initial: 'sign',
    meanings: actionMeanings,
  }),
});

const attributes = z
  .object({
    message: longText('Message', 'Text of the mail.'),
    subject: text('Subject', 'Subject of the mail.'),
    expiration_days: expirationDays,
    reminder,
    allow_forwarding: flag('May be forwarded', 'Whether the recipient may hand the invite on.'),
    show_decline_button: flag('Decline button', 'Whether a button to decline stands at signature fields.'),
    i_am_recipient: flag('I am the recipient', 'Whether the sender is this recipient.'),
    authentication,
    ...redirects,
  })
  .optional()
  .meta({ title: 'Settings', description: 'What the recipient is mailed, and what they may do.' });

const recipient = z.object({
  name: requiredText('Name', 'Name of the recipient, for example that of the role.', 'Signer 1'),
  email: mailedTo('E-mail', "The recipient's e-mail address.")
    .nullable()
    .optional()
    .meta({
      title: 'E-mail',
      description: "The recipient's e-mail address; it may be given when the group is sent.",
      examples: ['signer@email.com'],
      nullLabel: 'Not known yet',
    }),
  email_group: z
    .object({
      id: z.string().nullable().optional().meta({
        title: 'ID',
        description: 'ID of a signing group.',
        nullLabel: 'None',
      }),
      name: z.string().nullable().optional().meta({
        title: 'Name',
        description: 'Name of a signing group.',
        nullLabel: 'None',
      }),
    })
    .nullable()
    .optional()
    .meta({ title: 'Signing group', description: 'A signing group instead of one person.', nullLabel: 'None' }),
  order: signingOrder('Step in which the recipient is asked, from 1.', { alsoAccepts: 'string' }),
  attributes,
  documents: z.array(part).meta({
    title: 'Documents',
    description: 'What the recipient does with which document.',
    itemLabel: 'Document',
  }),
});

export const updateRequest = {
  path: documentGroupPath,
  body: z.object({
    recipients: z.array(recipient).meta({
      title: 'Recipients',
      description: 'Who does what. Whoever is left out is no recipient any more.',
      itemLabel: 'Recipient',
    }),
    unmapped_documents: list(part, 'Without recipient', 'What nobody is to do yet.', 'Document'),
    allowed_unmapped_sign_documents: list(
      z.object({
        id: requiredText('Document ID', 'ID of a document of the group.'),
        role: requiredText('Role', 'Role in the document.', 'Signer 1'),
        recipient: requiredText('Recipient', 'Name of a recipient.', 'Signer 1'),
      }),
      'May be left without recipient',
      'Roles that may stay without a recipient.',
      'Document',
    ),
    cc: z
      .array(mailedTo('Copy', 'Gets a copy.'))
      .max(100)
      .optional()
      .meta({ title: 'Copies', description: 'Who gets copies, 100 at most.', itemLabel: 'Address' }),
  }),
};

export type UpdateValues = ValuesOf<typeof updateRequest>;

type Recipient = NonNullable<Sketch<UpdateValues>['body']>['recipients'];

export function assignmentsOf(recipient: NonNullable<Recipient>[number], index: number): readonly Assignment[] {
  return (recipient?.documents ?? []).flatMap((document, at) => {
    const pointer = `/body/recipients/${index}/documents/${at}`;
    return document === undefined
      ? []
      : [
          {
            document: document.id,
            role: document.role || undefined,
            action: document.action,
            at: { document: `${pointer}/id`, role: `${pointer}/role` },
          },
        ];
  });
}
