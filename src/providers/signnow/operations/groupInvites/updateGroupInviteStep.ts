import * as z from 'zod';
import { type Call, defineOperation, defineRule } from '../../../../core/operation';
import { read } from '../../../../kit/calls';
import { factsOfPath, namesNone } from '../../../../kit/facts';
import { list, requiredText } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { emailKey } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { expirationDays, mailedTo, reminderDays, yesOrNo } from './groupInviteFields';
import { groupInvitePath, sampleInvite } from './groupInvitePath';
import { doneReply, type GroupInviteReply, getGroupInvite } from './groupInvites';

/** The invite whose step is meant. */
export type GroupInviteFacts = GroupInviteReply['invite'];

const stepPath = groupInvitePath.extend({
  step_id: z
    .string()
    .min(1)
    .meta({
      title: 'Step ID',
      description: 'ID of a step, from the invite.',
      examples: ['abc07f1391f042333cf0ca96af5ac9f5b44ca54b'],
      idShape: 'hex40',
    }),
});

const updateRequest = {
  path: stepPath,
  body: z.object({
    user_to_update: mailedTo('Recipient', 'Address of the recipient who is replaced, or whose settings change.'),
    replace_with_this_user: mailedTo('Replacement', 'Address of whoever takes the place.', 'other@email.com')
      .optional()
      .meta({
        title: 'Replacement',
        description: 'Address of whoever takes the place; only the settings change without it.',
        examples: ['other@email.com'],
      }),
    invite_email: z
      .object({
        email: mailedTo('E-mail', '', 'other@email.com')
          .optional()
          .meta({
            title: 'E-mail',
            description: 'Who gets the mail, the replacement for example.',
            examples: ['other@email.com'],
          }),
        reminder: reminderDays,
        expiration_days: expirationDays,
      })
      .optional()
      .meta({ title: 'Mail', description: 'What changes of the mail.' }),
    update_invite_action_attributes: list(
      z.object({
        document_id: requiredText('Document ID', 'A document that the recipient has to do with.'),
        allow_reassign: yesOrNo('May be reassigned', 'Whether the recipient may hand the invite on.'),
        decline_by_signature: yesOrNo('Decline button', 'Whether a button to decline stands at signature fields.'),
      }),
      'Actions',
      'What changes of the actions, by document.',
      'Action',
    ),
  }),
};

const rule = defineRule<typeof updateRequest, GroupInviteFacts>;

export const updateGroupInviteStep = defineOperation({
  id: 'signnow/update-group-invite-step',
  title: 'Update a step of a group invite',
  summary: 'Replaces a recipient in one step of an invite, who is then mailed, or changes what applies to them.',
  method: 'POST',
  path: '/documentgroup/{document_group_id}/groupinvite/{invite_id}/invitestep/{step_id}/update',
  docs: sources.openApi,
  request: updateRequest,
  effects: ['mailsPeople'],
  replies: { 200: doneReply, 400: errorReply },
  rules: [
    rule({
      failure: 'invite-step-not-found',
      statement: 'The invite has a step with this ID.',
      check: ({ path }, invite) =>
        namesNone(path?.step_id, invite && new Set(invite.steps.map(({ id }) => id)))
          ? [{ pointer: '/path/step_id', message: 'The invite has no step with this ID.' }]
          : [],
    }),
    rule({
      failure: 'recipient-not-in-step',
      statement: 'The recipient is one of the step and has not finished.',
      check: ({ path, body }, invite) => {
        const step = invite?.steps.find(({ id }) => id === path?.step_id);
        const open = step?.actions.filter(({ status }) => status !== 'fulfilled') ?? [];
        const emails = new Set(open.map(({ email }) => emailKey(email ?? '')));
        const { user_to_update: email } = body ?? {};
        return step !== undefined && email !== undefined && namesNone(emailKey(email), emails)
          ? [{ pointer: '/body/user_to_update', message: 'Nobody with this address has anything to do in this step.' }]
          : [];
      },
    }),
  ],
  failures: [
    'invalid-token',
    'invalid-payload-v1',
    'group-not-found-v1',
    'group-invite-not-found-v1',
    'invite-step-not-found',
    'recipient-not-in-step',
  ],
  examples: [
    {
      title: 'Somebody else signs',
      source: 'documented',
      path: { ...sampleInvite, step_id: 'abc07f1391f042333cf0ca96af5ac9f5b44ca54b' },
      body: {
        user_to_update: 'jane@example.com',
        invite_email: { email: 'john@example.com', reminder: 0, expiration_days: 30 },
        update_invite_action_attributes: [
          { document_id: 'dd63da6fbe213863626a61d36b0c13ce61e4a2be', allow_reassign: 0, decline_by_signature: 0 },
        ],
        replace_with_this_user: 'john@example.com',
      },
    },
  ],
  loadFacts: factsOfPath(groupInvitePath, loadInvite),
  suggest: ({ steps }: GroupInviteFacts) => ({
    '/path/step_id': steps.map(({ id, order, status }) => ({ value: id, label: `Step ${order}`, description: status })),
    '/body/user_to_update': steps.flatMap(({ order, actions }) =>
      actions.flatMap(({ email, status }) =>
        email ? [{ value: email, label: email, description: `step ${order}, ${status}` }] : [],
      ),
    ),
    '/body/update_invite_action_attributes/*/document_id': [
      ...new Set(steps.flatMap(({ actions }) => actions.map((action) => action.document_id))),
    ].map((id) => ({ value: id, label: id })),
  }),
});

async function loadInvite(path: z.output<typeof groupInvitePath>, call: Call): Promise<GroupInviteFacts> {
  return (await read(call, getGroupInvite, { path })).invite;
}
