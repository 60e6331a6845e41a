import { addressOn, withQuery } from '../addresses/webAddress';
import type { BrowserLogin, Credentials } from '../auth';
import { type Connection, hostOf } from '../connections/connection';

/** What only this sign-in knows (RFC 6749, RFC 7636). */
export interface LoginSecrets {
  readonly state: string;
  /** Of the verifier, by S256. */
  readonly challenge: string;
  readonly redirectUri: string;
}

/** Where a person signs in; undefined where that would lead elsewhere than the connection does. */
export function loginAddress(
  connection: Connection,
  { host, path, query }: BrowserLogin,
  credentials: Credentials,
  { state, challenge, redirectUri }: LoginSecrets,
): string | undefined {
  const base = host === undefined ? connection.baseUrl : hostOf(connection, host);
  const address = addressOn(base, path);
  const own = Object.entries(query).map(([name, value]) => [name, filled(value, credentials)]);
  return (
    address &&
    withQuery(address, {
      ...Object.fromEntries(own),
      redirect_uri: redirectUri,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    })
  );
}

export type LoginAnswer =
  | { readonly kind: 'code'; readonly code: string }
  /** In the words of the API. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** Nothing that this sign-in asked for: it goes on waiting. */
  | { readonly kind: 'foreign' };

/** What came back to the redirect address. Without the state it is nobody's who was asked. */
export function readLoginAnswer(query: URLSearchParams, state: string): LoginAnswer {
  const [given, ...more] = query.getAll('state');
  if (given !== state || more.length > 0) return { kind: 'foreign' };
  const code = query.get('code') ?? '';
  if (code !== '') return { kind: 'code', code };
  const detail = [query.get('error'), query.get('error_description')].filter(Boolean).join(': ');
  return detail === '' ? { kind: 'foreign' } : { kind: 'refused', detail };
}

/** Only names of credentials are filled in, and nothing of a value is read again. */
function filled(value: string, credentials: Credentials): string {
  return value.replace(/\{\{credentials\.(\w+)\}\}/g, (_, name: string) => credentials[name] ?? '');
}
