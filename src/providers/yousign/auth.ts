import * as z from 'zod';
import type { Auth } from '../../core/auth';

const apiKey = z.object({
  apiKey: z.string().min(1).meta({
    title: 'API key',
    description: 'From the administration of the web app, one for each environment.',
    secret: true,
  }),
});

/** The key itself is the token: it is neither fetched nor refreshed. */
export const auth: Auth = {
  kinds: [{ id: 'apiKey', title: 'API key', fields: apiKey }],
  authorize: async (_scheme, { credentials }) => ({ authorization: `Bearer ${credentials['apiKey'] ?? ''}` }),
  isTokenRejected: ({ status }) => status === 401,
};
