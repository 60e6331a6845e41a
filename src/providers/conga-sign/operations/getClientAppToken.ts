import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { fromCredential, requiredChoice, secretReply, text } from '../../../kit/fields';
import { errorReply } from '../errors';
import { sources } from '../sources';

export const getClientAppToken = defineOperation({
  id: 'conga-sign/get-client-app-token',
  title: 'Get an access token of a client app (OneSpan)',
  summary:
    'Exchanges the ID and secret of a client app for an access token. OneSpan only: Conga has a call of its own.',
  method: 'POST',
  path: '/apitoken/clientApp/accessToken',
  docs: sources.javaSdk,
  authorization: 'none',
  request: {
    body: z.object({
      clientId: fromCredential('clientId', 'Client ID', 'ID of the client app.'),
      secret: fromCredential('clientSecret', 'Secret', 'Secret of the client app.', { secret: true }),
      type: requiredChoice(
        { OWNER: 'The owner of the account', SENDER: 'A sender of the account' },
        'Type',
        'For whom the token is.',
        { initial: 'OWNER' },
      ),
      email: text('E-mail', 'E-mail address of the sender; for SENDER.', 'sender@example.com'),
    }),
  },
  replies: {
    200: z.object({ accessToken: secretReply('Access token'), expiresAt: z.int() }),
    400: errorReply,
    401: errorReply,
  },
  failures: ['bad-request', 'client-app-not-valid'],
  examples: [
    {
      title: 'For the owner',
      source: 'documented',
      body: { clientId: '{{credentials.clientId}}', secret: '{{credentials.clientSecret}}', type: 'OWNER' },
    },
  ],
});
