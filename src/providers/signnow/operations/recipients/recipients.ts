import * as z from 'zod';
import { defineOperation, defineRule, type Sketch, type ValuesOf } from '../../../../core/operation';
import { flag, list, longText, requiredChoice, requiredText, text } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { documentOffers, type GroupFacts, loadGroup, roleOffers } from '../../facts/groupFacts';
import { sources } from '../../sources';
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
import { type Assignment, assignmentRules } from '../groups/assignmentRules';
import { isGroupNotInvited, ownsGroup } from '../groups/groupRules';

const reminderReply = z.object({
  remind_after: z.int().nullable().optional(),
  remind_before: z.int().nullable().optional(),
  remind_repeat: z.int().nullable().optional(),
});

const partReply = z.object({ id: z.string(), role: z.string().nullable().optional(), action: z.string() });

const attributesReply = z.object({
  message: z.string().nullable().optional(),
  subject: z.string().nullable().optional(),
  expiration_days: z.int().nullable().optional(),
  reminder: reminderReply.nullable().optional(),
  allow_forwarding: z.boolean().optional(),
  show_decline_button: z.boolean().optional(),
  i_am_recipient: z.boolean().optional(),
  authentication: z
    .object({
      type: z.string(),
      value: z.string().nullable().optional().meta({ secret: true }),
      phone: z.string().nullable().optional(),
      method: z.string().nullable().optional(),
    })
    .nullable()
    .optional(),
});

export const groupRecipientsReply = z.object({
  data: z.object({
    recipients: z.array(
      z.object({
        name: z.string(),
        email: z.string().nullable(),
        phone_invite: z.string().nullable().optional(),
        email_group: z
          .object({ id: z.string().nullable().optional(), name: z.string().nullable().optional() })
          .nullable()
          .optional(),
        order: z.int(),
        attributes: attributesReply.optional(),
        documents: z.array(partReply),
      }),
    ),
    unmapped_documents: z.array(partReply).optional(),
    allowed_unmapped_sign_documents: z
      .array(z.object({ id: z.string(), role: z.string(), recipient: z.string() }))
      .optional(),
    cc: z.array(z.string()).optional(),
  }),
});

export type GroupRecipientsReply = z.output<typeof groupRecipientsReply>;

const sampleGroup = { document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0' } as const;

export const getGroupRecipients = defineOperation({
  id: 'signnow/get-group-recipients',
  title: 'Get the recipients of a document group',
  summary: 'Returns who is to do what with the documents of a group, and what nobody is to do yet.',
  method: 'GET',
  path: '/v2/document-groups/{document_group_id}/recipients',
  docs: sources.nodeClient,
  request: { path: documentGroupPath },
  replies: { 200: groupRecipientsReply, 400: errorReply },
  failures: ['invalid-token', 'group-not-found'],
  examples: [{ title: 'Of a group', source: 'documented', path: sampleGroup }],
});

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

const updateRequest = {
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

type UpdateValues = ValuesOf<typeof updateRequest>;

const rule = defineRule<typeof updateRequest, GroupFacts>;

export const updateGroupRecipients = defineOperation({
  id: 'signnow/update-group-recipients',
  title: 'Set the recipients of a document group',
  summary: 'Says who is to do what with the documents of a group, before anybody is invited. Nobody is mailed.',
  method: 'PUT',
  path: '/v2/document-groups/{document_group_id}/recipients',
  docs: sources.mcpServer,
  request: updateRequest,
  // What a success answers is not documented.
  replies: { 204: z.undefined(), 200: z.object({}), 400: errorReply },
  rules: [
    ownsGroup,
    isGroupNotInvited,
    ...assignmentRules<UpdateValues>({
      rule,
      assignmentsOf: ({ body }) => (body?.recipients ?? []).flatMap(assignmentsOf),
      list: '/body/recipients',
      undocumented: ['role-missing-for-signing'],
      mayBeUnused: true,
    }),
  ],
  failures: [
    'invalid-token',
    'invalid-payload',
    'group-not-found',
    'not-group-owner',
    'group-has-active-invites',
    'role-missing-for-signing',
    'document-not-in-group',
    'role-not-found',
    'order-invalid',
    'email-invalid',
    'redirect-uri-invalid',
  ],
  examples: [
    {
      title: 'A recipient for each role',
      source: 'ours',
      path: sampleGroup,
      body: {
        recipients: [
          {
            name: 'Signer 1',
            email: 'signer@email.com',
            order: 1,
            documents: [{ id: '190c94e0d22742ee9c49ee67a40449ea305925fd', role: 'Signer 1', action: 'sign' }],
          },
          {
            name: 'Signer 2',
            email: 'signer2@email.com',
            order: 2,
            attributes: { subject: 'Please sign', expiration_days: 30, show_decline_button: true },
            documents: [{ id: '063c813deab044f4b6b0bf64fb180f27f17c1626', role: 'Signer 2', action: 'sign' }],
          },
        ],
        unmapped_documents: [],
        cc: [],
      },
    },
  ],
  loadFacts: loadGroup,
  suggest: (group: GroupFacts) => ({
    '/body/recipients/*/documents/*/id': documentOffers(group),
    '/body/recipients/*/documents/*/role': roleOffers(group),
  }),
});

type Recipient = NonNullable<Sketch<UpdateValues>['body']>['recipients'];

function assignmentsOf(recipient: NonNullable<Recipient>[number], index: number): readonly Assignment[] {
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
