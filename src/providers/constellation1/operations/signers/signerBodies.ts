import * as z from 'zod';
import { returnUrl, sessionId, userName } from '../fields';
import { knownSigner } from './signerFields';

export const inviteBody = z.object({
  signerList: z.array(knownSigner).meta({
    title: 'Signers',
    description: 'Who is invited by e-mail.',
    itemLabel: 'Signer',
    initial: [
      { SignerId: '', Sequence: 0, FirstName: '', LastName: '', EmailAddress: '', StateCode: 0, StatusCode: 1 },
    ],
  }),
  signingSessionId: sessionId,
  returnURL: returnUrl,
});

export const updateSignersBody = z.object({
  username: userName,
  signingSessionId: sessionId,
  signers: z.array(knownSigner).meta({
    title: 'Signers',
    description: 'The signers as they should be, each with their ID.',
    itemLabel: 'Signer',
    initial: [{ SignerId: '', FirstName: '', LastName: '', EmailAddress: '' }],
  }),
});
