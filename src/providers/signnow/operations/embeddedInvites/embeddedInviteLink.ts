import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { errorReply } from '../../errors';
import { type DocumentFacts, type InviteFacts, loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { documentPath } from '../fields';
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

const linkRequest = {
  path: documentPath.extend({ field_invite_id: inviteId('Field invite ID').meta({ offeredFrom: 'field-invites' }) }),
  body: z.object(linkFields),
};

const rule = defineRule<typeof linkRequest, DocumentFacts>;

export const createEmbeddedInviteLink = defineOperation({
  id: 'signnow/create-embedded-invite-link',
  title: 'Generate a link for an embedded invite',
  summary: 'Creates the link with which the signer of a pending invite opens the document.',
  method: 'POST',
  path: '/v2/documents/{document_id}/embedded-invites/{field_invite_id}/link',
  docs: sources.embeddedSigning,
  request: linkRequest,
  replies: { 200: linkReply, 400: errorReply, 403: errorReply, 404: errorReply },
  rules: [
    rule({
      failure: 'field-invite-not-found',
      statement: 'The document has an embedded invite with this ID.',
      check: ({ path }, document) =>
        unknownInvite(path?.field_invite_id, document && embeddedIn(document).map(({ id }) => id), [
          'field_invite_id',
          'document',
        ]),
    }),
    rule({
      failure: 'invite-not-pending',
      statement: 'The step of the invite is open, or signed.',
      check: ({ path }, document) => {
        const invite = document && embeddedIn(document).find(({ id }) => id === path?.field_invite_id);
        return invite === undefined || ['pending', 'fulfilled'].includes(invite.status)
          ? []
          : [{ pointer: '/path/field_invite_id', message: reasonOf(invite.status) }];
      },
    }),
    ...linkExpirationRules(rule),
  ],
  failures: [
    'invalid-token',
    'document-not-found',
    'field-invite-not-found',
    'invite-not-pending',
    ...linkCallFailures.expiration,
    ...linkCallFailures.rest,
  ],
  examples: [
    {
      title: 'For 15 minutes',
      source: 'documented',
      path: {
        document_id: '5d8bc3a0e1f24796b8a0d3c6e9f21475a0b3c8d2',
        field_invite_id: '03739a736d324f9794c2e93ec7c5bda817af3f7f',
      },
      body: { auth_method: 'none', link_expiration: 15 },
    },
  ],
  loadFacts: loadDocument,
  suggest: (document: DocumentFacts) => ({
    '/path/field_invite_id': embeddedIn(document).map(({ id, email, status, role }) => ({
      value: id,
      label: email,
      description: [role, status].filter((part) => part !== undefined).join(', '),
    })),
  }),
  findLinks: (reply, { values, now }) => linksIn(reply, values.body.link_expiration, now),
});

function embeddedIn({ invites }: DocumentFacts): readonly InviteFacts[] {
  return invites.filter(({ embedded }) => embedded);
}
