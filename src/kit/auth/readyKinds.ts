import * as z from 'zod';
import { secretCredential } from './credentialFields';
import type { AuthKind } from './defineAuth';

interface Words {
  readonly title: string;
  readonly description: string;
}

/** A token that somebody has already. It is used as long as the API takes it. */
export function readyToken({ title, description }: Words): AuthKind {
  return {
    kind: { id: 'token', title, fields: z.object({ token: secretCredential('Access token', description) }) },
    mark: 'token',
    acquire: async ({ token = '' }) => ({ accessToken: token }),
  };
}

/** A key that is the token itself: neither fetched nor refreshed. */
export function apiKey({ title, description }: Words): AuthKind {
  return {
    kind: { id: 'apiKey', title, fields: z.object({ apiKey: secretCredential(title, description) }) },
    mark: 'apiKey',
  };
}
