import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { sameEmail } from '../../facts/documentFacts';
import { type GroupFacts, loadGroup } from '../../facts/groupFacts';
import { sources } from '../../sources';
import { documentGroupPath, emailField } from '../fields';
import {
  inviteId,
  linkCallFailures,
  linkExpirationRules,
  linkFields,
  linkReply,
  linksIn,
  reasonOf,
  unknownInvite,
} from '../inviteLinks';
import { namesNobody } from './invitedNear';

const groupLinkRequest = {
  path: documentGroupPath.extend({ group_invite_id: inviteId('Group invite ID') }),
  body: z.object({ email: emailField("The signer's e-mail address, as in the invite."), ...linkFields }),
};

const rule = defineRule<typeof groupLinkRequest, GroupFacts>;

export const createGroupEmbeddedInviteLink = defineOperation({
  id: 'signnow/create-group-embedded-invite-link',
  title: 'Generate a link for an embedded group invite',
  summary: 'Creates the link with which one signer opens the documents of a group.',
  method: 'POST',
  path: '/v2/document-groups/{document_group_id}/embedded-invites/{group_invite_id}/link',
  docs: sources.embeddedSigning,
  request: groupLinkRequest,
  replies: { 200: linkReply, 400: errorReply, 403: errorReply },
  rules: [
    rule({
      failure: 'group-invite-not-found',
      statement: 'The group has an embedded invite with this ID.',
      check: ({ path }, group) =>
        unknownInvite(path?.group_invite_id, group && [group.invite], ['group_invite_id', 'group']),
    }),
    rule({
      failure: 'signer-not-invited',
      statement: 'The e-mail address is one of the invited signers.',
      check: ({ body }, group) =>
        isUnknownSigner(body?.email, group)
          ? [namesNobody('The invite has no signer with this address.', body?.email, group)]
          : [],
    }),
    rule({
      failure: 'invite-not-pending',
      statement: 'The step of the signer is open and not signed.',
      check: ({ body }, group) => {
        const statuses = statusesOf(body?.email, group);
        const [status] = statuses;
        return status === undefined || statuses.includes('pending')
          ? []
          : [{ pointer: '/body/email', message: reasonOf(statuses.includes('created') ? 'created' : status) }];
      },
    }),
    ...linkExpirationRules(rule),
  ],
  failures: [
    'invalid-token',
    'group-not-found',
    'group-invite-not-found',
    'signer-not-invited',
    'invite-not-pending',
    ...linkCallFailures.expiration,
    'email-too-long',
    'email-invalid',
    ...linkCallFailures.rest,
  ],
  examples: [
    {
      title: 'For 15 minutes',
      source: 'documented',
      path: {
        document_group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0',
        group_invite_id: '03739a736d324f9794c2e93ec7c5bda817af3f7f',
      },
      body: { email: 'signer@email.com', auth_method: 'none', link_expiration: 15 },
    },
  ],
  loadFacts: loadGroup,
  suggest: ({ invite, name, signers }: GroupFacts) => ({
    '/path/group_invite_id': invite === undefined ? [] : [{ value: invite, label: name, description: invite }],
    '/body/email': [...new Set(signers.map(({ email }) => email))].map((email) => ({
      value: email,
      label: email,
      description: signers
        .filter((signer) => signer.email === email)
        .map(({ status }) => status)
        .join(', '),
    })),
  }),
  findLinks: (reply, { values: { body }, now }) => linksIn(reply, body.link_expiration, now, body.email),
});

function statusesOf(email: string | undefined, group: GroupFacts | undefined): readonly string[] {
  if (email === undefined) return [];
  return (group?.signers ?? []).filter((signer) => sameEmail(signer.email, email)).map(({ status }) => status);
}

/** Only said when the group names its signers: that it lists all of them is not documented. */
function isUnknownSigner(email: string | undefined, group: GroupFacts | undefined): boolean {
  return email !== undefined && (group?.signers.length ?? 0) > 0 && statusesOf(email, group).length === 0;
}
