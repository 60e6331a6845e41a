import { step } from '../../kit/calls';
import { type NextSteps, readingReply } from '../../kit/nextSteps';
import { inOrder } from '../../kit/signing';
import { operations } from './operations/operations';
import {
  addFieldsStep,
  cancelFreeFormStep,
  cancelInvitesStep,
  downloadStep,
  embeddedInvitesStep,
  freeFormStep,
  groupInviteLinkStep,
  inviteLinkStep,
  mailInvitesStep,
  replaceInviteStep,
  seeDocumentStep,
} from './steps';

const {
  uploadDocument,
  createFreeFormInvite,
  createDocumentGroup,
  createEmbeddedInvites,
  createGroupEmbeddedInvite,
  createGroupInvite,
  getGroupInvite,
  resendGroupInvites,
  cancelGroupInvite,
  getGroupRecipients,
  createTemplate,
  copyTemplate,
  createGroupFromTemplate,
  listGroupTemplates,
  listEventSubscriptions,
  listSubscriptionCallbacks,
} = operations;

export const nextSteps: NextSteps<typeof operations> = {
  uploadDocument: readingReply(uploadDocument.replies[200], ({ id }) => [
    addFieldsStep({ documentId: id, subject: 'The new document' }),
    freeFormStep({ documentId: id, subject: 'The new document' }),
  ]),
  addFields: (_reply, { values: { path, body } }) => {
    const about = { documentId: path.document_id, subject: 'The document' };
    const names = [...new Set(body.fields.map(({ role }) => role))];
    const roles = names.map((name, index) => ({ name, order: index + 1 }));
    return [embeddedInvitesStep(about, roles), mailInvitesStep(about, roles)];
  },
  createFieldInvites: (_reply, { values }) => {
    const about = { documentId: values.path.document_id, subject: 'The document' };
    return [seeDocumentStep(about), downloadStep(about), cancelInvitesStep(about)];
  },
  createFreeFormInvite: readingReply(createFreeFormInvite.replies[200], ({ id }, { values: { path, body } }) => [
    downloadStep({ documentId: path.document_id, subject: 'The document' }),
    cancelFreeFormStep(id, body.to),
  ]),
  cancelFieldInvites: (_reply, { values }) => [
    mailInvitesStep({ documentId: values.path.document_id, subject: 'The document' }, []),
  ],
  deleteFieldInvite: () => [replaceInviteStep('', 'The role')],
  triggerFieldInvite: (_reply, { values: { path } }) => [
    seeDocumentStep({ documentId: path.document_id, subject: 'The document' }),
  ],
  getEventSubscription: (_reply, { values: { path } }) => [
    step(listSubscriptionCallbacks, {
      verb: 'other',
      title: 'See what was sent',
      subject: 'The subscription',
      path,
      complete: true,
    }),
  ],
  createDocumentGroup: readingReply(createDocumentGroup.replies[200], ({ id }) => [
    step(createGroupEmbeddedInvite, {
      verb: 'invite',
      title: 'Create an embedded invite',
      subject: 'The new group',
      path: { document_group_id: id },
    }),
  ]),
  createGroupInvite: readingReply(createGroupInvite.replies[200], ({ id }, { values: { path } }) => {
    const ofInvite = { document_group_id: path.document_group_id, invite_id: id };
    return [
      step(getGroupInvite, {
        verb: 'other',
        title: 'See how far it is',
        subject: 'The invite',
        path: ofInvite,
        complete: true,
      }),
      step(resendGroupInvites, {
        verb: 'remind',
        title: 'Resend invites',
        subject: 'Everybody',
        path: ofInvite,
        complete: true,
      }),
      step(cancelGroupInvite, {
        verb: 'cancel',
        title: 'Cancel invite',
        subject: 'The invite',
        path: ofInvite,
        complete: true,
      }),
    ];
  }),
  createEventSubscription: () => [
    step(listEventSubscriptions, {
      verb: 'other',
      title: 'List event subscriptions',
      subject: 'The account',
      complete: true,
    }),
  ],
  createTemplate: readingReply(createTemplate.replies[200], ({ id }) => [
    step(copyTemplate, {
      verb: 'create',
      title: 'Make a document',
      subject: 'The template',
      path: { template_id: id },
    }),
  ]),
  copyTemplate: readingReply(copyTemplate.replies[200], ({ id }) => [
    embeddedInvitesStep({ documentId: id, subject: 'The new document' }, []),
  ]),
  createGroupTemplate: () => [
    step(listGroupTemplates, {
      verb: 'other',
      title: 'List the templates',
      subject: 'The account',
      query: { limit: 50, offset: 0 },
      complete: true,
    }),
  ],
  createGroupFromTemplate: readingReply(createGroupFromTemplate.replies[200], ({ data }) => {
    const path = { document_group_id: data.unique_id };
    return [
      step(getGroupRecipients, {
        verb: 'other',
        title: 'See who is to sign',
        subject: data.name,
        path,
        complete: true,
      }),
      step(createGroupInvite, { verb: 'invite', title: 'Invite by e-mail', subject: data.name, path }),
      step(createGroupEmbeddedInvite, {
        verb: 'invite',
        title: 'Create an embedded invite',
        subject: data.name,
        path,
      }),
    ];
  }),
  updateGroupRecipients: (_reply, { values: { path, body } }) => [
    step(createGroupInvite, {
      verb: 'invite',
      title: 'Invite by e-mail',
      subject: 'The recipients',
      path,
      body: { invite_steps: stepsOf(body.recipients), sign_as_merged: true },
    }),
  ],
  /** A link for each invite; the signers of later steps have to wait. */
  createEmbeddedInvites: readingReply(createEmbeddedInvites.replies[200], ({ data }, { values: { path, body } }) =>
    data.map((invite) =>
      inviteLinkStep({
        documentId: path.document_id,
        inviteId: invite.id,
        email: invite.email,
        authMethod: body.invites.find(({ email }) => email === invite.email)?.auth_method ?? 'none',
        status: invite.status,
        order: invite.order,
      }),
    ),
  ),
  /** A link for each address; one that comes back in a later step is linked in its first. */
  createGroupEmbeddedInvite: readingReply(
    createGroupEmbeddedInvite.replies[200],
    ({ data }, { values: { path, body } }) => {
      const lowest = Math.min(...body.invites.map(({ order }) => order));
      const signers = inOrder(body.invites, ({ order }) => order).flatMap(({ order, signers: list }) =>
        list.map(({ email, auth_method }) => ({ email, auth_method, order })),
      );
      return signers
        .filter(({ email }, index) => signers.findIndex((earlier) => earlier.email === email) === index)
        .map(({ email, auth_method, order }) =>
          groupInviteLinkStep({
            groupId: path.document_group_id,
            inviteId: data.id,
            email,
            authMethod: auth_method,
            status: order === lowest ? 'pending' : 'created',
            order,
          }),
        );
    },
  ),
};

interface RecipientValues {
  readonly email?: string | null | undefined;
  readonly order: number;
  readonly documents: readonly { readonly id: string; readonly role?: string | undefined; readonly action: string }[];
}

/** The steps in which recipients are asked as they were set. */
function stepsOf(recipients: readonly RecipientValues[]) {
  const orders = [...new Set(recipients.map(({ order }) => order))].sort((one, other) => one - other);
  return orders.map((order) => ({
    order,
    invite_actions: recipients
      .filter((recipient) => recipient.order === order)
      .flatMap(({ email, documents }) =>
        documents.map(({ id, role, action }) => ({
          email: email ?? '',
          action,
          document_id: id,
          ...(role && { role_name: role }),
        })),
      ),
  }));
}
