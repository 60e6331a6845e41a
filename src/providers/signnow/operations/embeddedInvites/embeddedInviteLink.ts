import * as z from 'zod';
import { defineOperation, defineRule, type SigningLink } from '../../../../core/operation';
import { holdsReference } from '../../../../core/requests/references/reference';
import { errorReply } from '../../errors';
import type { DocumentFacts } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { authMethod, documentId, linkExpiration, linkReply, sessionExpiration } from '../fields';
import { loadDocument } from './createEmbeddedInvites';

const linkRequest = {
  path: z.object({
    document_id: documentId,
    field_invite_id: z
      .string()
      .min(1)
      .meta({
        title: 'Field invite ID',
        description: 'ID of the invite, from the reply that created it.',
        examples: ['03739a736d324f9794c2e93ec7c5bda817af3f7f'],
        idShape: 'hex40',
      }),
  }),
  body: z.object({
    auth_method: authMethod,
    link_expiration: linkExpiration,
    session_expiration: sessionExpiration,
  }),
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
  replies: { 200: linkReply, 400: errorReply },
  rules: [
    rule({
      failure: 'field-invite-not-found',
      statement: 'The document has an embedded invite with this ID.',
      check: ({ path }, document) =>
        document === undefined || isKnownInvite(path?.field_invite_id, document)
          ? []
          : [{ pointer: '/path/field_invite_id', message: 'The document has no embedded invite with this ID.' }],
    }),
    rule({
      failure: 'invite-not-pending',
      statement: 'The invite is pending: its step is open and not signed.',
      check: ({ path }, document) => {
        const invite = inviteOf(path?.field_invite_id, document);
        return invite === undefined || invite.status === 'pending'
          ? []
          : [{ pointer: '/path/field_invite_id', message: reasonOf(invite.status) }];
      },
    }),
  ],
  failures: [
    'invalid-token',
    'document-not-found',
    'field-invite-not-found',
    'invite-not-pending',
    'link-expiration-too-short',
    'link-expiration-too-long',
    'auth-method-invalid',
    'invalid-payload',
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
  loadFacts: ({ path }, call) => loadDocument(path, call),
  suggest: ({ invites }: DocumentFacts) => ({
    '/path/field_invite_id': invites
      .filter(({ embedded }) => embedded)
      .map(({ id, email, status, role }) => ({
        value: id,
        label: email,
        description: [role, status].filter((part) => part !== undefined).join(', '),
      })),
  }),
  findLinks: (reply, { values, now }) => linksIn(reply, values.body.link_expiration, now),
});

/** The lifetime is known when the request named it; what the API takes for null is not documented. */
export function linksIn(
  reply: unknown,
  minutes: number | null | undefined,
  now: number,
  recipient?: string,
): readonly SigningLink[] {
  const created = looseLinkReply.safeParse(reply);
  if (!created.success) return [];
  return [created.data.data].flat().map(({ link }) => ({
    url: link,
    ...(recipient !== undefined && { recipient }),
    ...(typeof minutes === 'number' && { expiresAt: now + minutes * 60_000 }),
  }));
}

const oneLink = z.object({ link: z.string() });
/** One sample prints the link of a group as a list. */
const looseLinkReply = z.object({ data: z.union([oneLink, z.array(oneLink)]) });

function isKnownInvite(id: string | undefined, document: DocumentFacts): boolean {
  return id === undefined || holdsReference(id) || inviteOf(id, document) !== undefined;
}

function inviteOf(id: string | undefined, document: DocumentFacts | undefined) {
  return document?.invites.find((invite) => invite.id === id && invite.embedded);
}

export function reasonOf(status: string): string {
  if (status === 'created') return 'The step before is not done, so this invite is not open yet.';
  return `The invite is ${status}; links are for pending invites only.`;
}
