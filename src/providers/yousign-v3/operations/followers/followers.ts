import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { bodyRefusals, refusals } from '../../errors';
import { sources } from '../../sources';
import { locale, ofSignatureRequest } from '../fields';
import { sampleIds } from '../sampleIds';

const followerReply = z.object({ email: z.string(), locale: z.string(), follower_link: z.string().nullable() });

const path = { signatureRequestId: sampleIds.signatureRequest };

export const listFollowers = defineOperation({
  id: 'yousign-v3/list-followers',
  title: 'List followers',
  summary: 'Returns who is kept informed of a signature request, all at once.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/followers',
  docs: sources.openApi,
  request: { path: ofSignatureRequest },
  replies: { 200: z.object({ data: z.array(followerReply) }), ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'All followers', source: 'minimal', path }],
});

export const createFollowers = defineOperation({
  id: 'yousign-v3/create-followers',
  title: 'Add followers',
  summary: 'Adds people who are kept informed without signing. They can be neither changed nor removed.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/followers',
  docs: sources.openApi,
  request: {
    path: ofSignatureRequest,
    body: z
      .array(
        z.object({
          email: z.email({ pattern: /^[^\s@]+@[^\s@]+$/ }).meta({
            title: 'E-mail address',
            description: 'Where the follower is reached.',
            examples: ['boss@example.com'],
            errorMessage: 'Enter an e-mail address, for example boss@example.com.',
          }),
          locale: locale('Language of what is sent to the follower.'),
        }),
      )
      .min(1)
      .max(100)
      .meta({ title: 'Followers', description: 'Who is kept informed, 100 at most.', itemLabel: 'Follower' }),
  },
  replies: { 201: z.array(followerReply), ...bodyRefusals },
  effects: ['mailsPeople'],
  failures: ['unauthorized', 'not-found', 'followers-too-many'],
  examples: [
    { title: 'One follower', source: 'documented', path, body: [{ email: 'boss@example.com', locale: 'en' }] },
  ],
});
