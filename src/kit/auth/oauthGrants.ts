import * as z from 'zod';
import { type BrowserLogin, loginCredentials } from '../../core/auth';
import { clientFields, credential, secretCredential } from './credentialFields';
import type { AuthKind } from './defineAuth';
import type { TokenCall } from './tokenCall';

interface Grant {
  readonly title: string;
  /** Where client ID and secret come from. */
  readonly client: string;
}

/** OAuth 2.0 with user name and password. */
export function passwordGrant(grant: Grant & { readonly token: TokenCall; readonly renew?: TokenCall }): AuthKind {
  const fields = z.object({
    ...clientFields(grant.client),
    username: credential('User name', 'E-mail address of the account.'),
    password: secretCredential('Password', 'Password of the account.'),
  });
  return {
    kind: { id: 'password', title: grant.title, fields },
    mark: 'password',
    acquire: (credentials, call, now) => grant.token(call, credentials, now),
    ...refreshing(grant.renew),
  };
}

/** OAuth 2.0 with client ID and secret alone. There is no refresh token. */
export function clientCredentialsGrant(grant: Grant & { readonly token: TokenCall }): AuthKind {
  return {
    kind: { id: 'client', title: grant.title, fields: z.object(clientFields(grant.client)) },
    mark: 'clientSecret',
    acquire: (credentials, call, now) => grant.token(call, credentials, now),
  };
}

interface CodeGrant extends Grant {
  /** How a person gets a code. */
  readonly code: string;
  readonly token: TokenCall;
  /** With `{{credentials.refreshToken}}`. */
  readonly renew: TokenCall;
  /** With `{{credentials.codeVerifier}}` and `{{credentials.redirectUri}}` beside the code. */
  readonly login?: BrowserLogin & { readonly token: TokenCall };
}

/** OAuth 2.0 with an authorization code, and the refresh token that came with the first token once there is one. */
export function authorizationCodeGrant(grant: CodeGrant): AuthKind {
  const fields = z.object({
    ...clientFields(grant.client),
    code: secretCredential('Authorization code', grant.code),
    refreshToken: refreshToken.optional().meta({
      title: 'Refresh token',
      description: 'When there is one, it is used instead of the code, which is usually good for one token.',
      secret: true,
    }),
  });
  return {
    kind: { id: 'code', title: grant.title, fields, ...(grant.login !== undefined && { login: grant.login }) },
    mark: 'code',
    acquire: (credentials, call, now) => {
      const isLogin = grant.login !== undefined && credentials[loginCredentials.verifier] !== undefined;
      if (isLogin) return grant.login.token(call, credentials, now);
      const token = credentials['refreshToken'] === undefined ? grant.token : grant.renew;
      return token(call, credentials, now);
    },
    ...refreshing(grant.renew),
  };
}

/** OAuth 2.0 with a refresh token alone. It stands behind a code in the list of kinds, which may have one, too. */
export function refreshTokenGrant(grant: Grant & { readonly renew: TokenCall }): AuthKind {
  return {
    kind: { id: 'refresh', title: grant.title, fields: z.object({ ...clientFields(grant.client), refreshToken }) },
    mark: 'refreshToken',
    acquire: (credentials, call, now) => grant.renew(call, credentials, now),
    ...refreshing(grant.renew),
  };
}

const refreshToken = secretCredential('Refresh token', 'A refresh token that came with an access token.');

/** A refresh token comes from a server: it is a credential to refer to and never stands among the values itself. */
function refreshing(renew: TokenCall | undefined): Pick<AuthKind, 'refresh'> {
  if (renew === undefined) return {};
  return { refresh: (credentials, known, call, now) => renew(call, { ...credentials, refreshToken: known }, now) };
}
