import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { loadSessionFacts, type SessionFacts } from '../../facts';
import { sources } from '../../sources';
import { signerId } from '../fields';
import { replies } from '../replies';
import { updateSignersBody } from './signerBodies';
import { updatedAreComplete, updatedAreKnown } from './signerRules';
import { suggestSigners } from './suggestSigners';

export const updateSigners = defineOperation({
  id: 'constellation1/update-signers',
  title: 'Update the signers of a session',
  summary: 'Changes signers who are in the session already, for example their name or address.',
  method: 'PUT',
  path: '/rest/v1/signers',
  docs: sources.overview,
  request: { body: updateSignersBody },
  replies: replies.request,
  rules: [updatedAreComplete, updatedAreKnown],
  failures: [
    'invalid-token',
    'bad-token',
    'null-reply',
    'username-not-found',
    'signer-incomplete',
    'session-not-found',
    'signer-not-found',
    'bad-request',
  ],
  examples: [
    {
      title: 'Another e-mail address',
      source: 'ours',
      body: {
        username: 'agent@example.com',
        signingSessionId: '5e551011-0000-4000-8000-000000000001',
        signers: [
          {
            SignerId: '516e0000-0000-4000-8000-000000000011',
            FirstName: 'Sally',
            LastName: 'Hill',
            EmailAddress: 'sally.hill@example.com',
            SignerRole: 'Seller 1',
          },
        ],
      },
    },
    {
      title: 'By e-mail address',
      source: 'minimal',
      body: {
        username: 'agent@example.com',
        signingSessionId: '5e551011-0000-4000-8000-000000000001',
        signers: [{ LastName: 'Hill', EmailAddress: 'sally@example.com' }],
      },
    },
  ],
  loadFacts: loadSessionFacts,
  suggest: (facts: SessionFacts) => suggestSigners('/body/signers', facts),
});

export const getSignerInviteToken = defineOperation({
  id: 'constellation1/get-signer-invite-token',
  title: 'Get the invite token of a signer',
  summary: 'Returns the encrypted token of a signer. How it becomes the address of a page is not documented.',
  method: 'GET',
  path: '/rest/v1/signers/{signerId}/token',
  alsoAt: ['/v1/signers/{signerId}/token'],
  docs: sources.inviteToken,
  request: { path: z.object({ signerId }) },
  replies: replies.token,
  failures: ['invalid-token', 'bad-token', 'null-reply', 'signer-not-found'],
  examples: [{ title: 'A signer', source: 'documented', path: { signerId: '516e0000-0000-4000-8000-000000000021' } }],
});
