import { defineOperation, type Effect, type RequestValues } from '../../../../core/operation';
import { valuesWithin } from '../../../../core/requests/valuesWithin';
import { loadSessionFacts, type SessionFacts } from '../../facts';
import { sources } from '../../sources';
import { replies } from '../replies';
import { inviteBody } from './signerBodies';
import { invitedAreComplete, invitedAreKnown, sessionIsSent } from './signerRules';
import { suggestSigners } from './suggestSigners';

const sent = '5e551011-0000-4000-8000-000000000002';

export const inviteSigners = defineOperation({
  id: 'constellation1/invite-signers',
  title: 'Send invites to signers',
  summary: 'Invites signers of a session by e-mail. Errors stand in the Details of the reply, whatever its status.',
  method: 'PUT',
  path: '/rest/v1/signers/invite',
  docs: sources.invites,
  request: { body: inviteBody },
  effects: inviteEffects,
  replies: replies.request,
  rules: [invitedAreComplete, sessionIsSent, invitedAreKnown],
  failures: [
    'invalid-token',
    'bad-token',
    'null-reply',
    'signer-incomplete',
    'session-not-found',
    'session-closed',
    'session-not-sent',
    'signer-not-found',
    'bad-request',
  ],
  examples: [
    {
      title: 'One signer',
      source: 'documented',
      body: {
        signerList: [
          {
            SignerId: '516e0000-0000-4000-8000-000000000021',
            Sequence: 0,
            FirstName: 'Ann',
            LastName: 'Lee',
            EmailAddress: 'ann@example.com',
            StateCode: 0,
            StatusCode: 1,
          },
        ],
        signingSessionId: sent,
        returnURL: 'https://example.com/back',
      },
    },
    {
      title: 'By e-mail address',
      source: 'minimal',
      body: {
        signerList: [{ LastName: 'Lee', EmailAddress: 'ann@example.com' }],
        signingSessionId: sent,
        returnURL: 'https://example.com/back',
      },
    },
    {
      title: 'Two signers, one with a message of their own',
      source: 'ours',
      body: {
        signerList: [
          { SignerId: '516e0000-0000-4000-8000-000000000021', LastName: 'Lee', EmailAddress: 'ann@example.com' },
          {
            SignerId: '516e0000-0000-4000-8000-000000000022',
            FirstName: 'Ben',
            LastName: 'Okafor',
            EmailAddress: 'ben@example.com',
            SignerEmailSubject: 'Purchase agreement',
            SignerEmailMessage: 'Please sign until Friday.',
          },
        ],
        signingSessionId: sent,
        returnURL: 'https://example.com/back',
      },
    },
  ],
  loadFacts: loadSessionFacts,
  suggest: (facts: SessionFacts) => suggestSigners('/body/signerList', facts),
});

/** Who is meant by an ID is in the session already, whatever address stands beside it. */
function inviteEffects({ body }: RequestValues): readonly Effect[] {
  const namesKnown = [...valuesWithin(body)].some(([key, value]) => /^signerid$/i.test(key) && value !== '');
  return namesKnown ? ['mailsPeople', 'mailsOnRecord'] : ['mailsPeople'];
}
