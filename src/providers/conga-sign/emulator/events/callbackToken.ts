import { toBase64 } from '../../../../core/attachments/base64';
import type { TokenRequest } from '../../../../core/webhooks/emulatedMessage';
import type { CallbackReply } from '../../operations/callbacks/callbacks';

type OauthSetting = NonNullable<CallbackReply['oauthSetting']>;

/** What the authorization server is asked; undefined where the grant is another than a client or a user has. */
export function callbackToken(setting: OauthSetting): TokenRequest | undefined {
  const { authorizationServerUrl: url, scope, authMechanism, customParameters } = setting;
  const grant = grantOf(setting);
  if (!url || grant === undefined) return undefined;
  const { clientId = '', clientSecret = '' } = setting;
  const isInBody = authMechanism?.toUpperCase() === 'BODY';
  const own = (customParameters ?? []).map(({ key, value }) => [key ?? '', value ?? ''] as const);
  const form = new URLSearchParams([
    ...Object.entries({
      ...grant,
      ...(scope && { scope }),
      ...(isInBody && { client_id: clientId ?? '', client_secret: clientSecret ?? '' }),
    }),
    ...own.filter(([name]) => name !== '').map(([name, value]): [string, string] => [name, value]),
  ]).toString();
  return { url, form, headers: isInBody ? {} : { authorization: basic(clientId ?? '', clientSecret ?? '') } };
}

function grantOf({ grantType, username, password }: OauthSetting): Readonly<Record<string, string>> | undefined {
  switch ((grantType || 'CLIENT_CREDENTIALS').toUpperCase()) {
    case 'CLIENT_CREDENTIALS':
      return { grant_type: 'client_credentials' };
    case 'PASSWORD':
      return { grant_type: 'password', username: username ?? '', password: password ?? '' };
    default:
      return undefined;
  }
}

export function basic(name: string, password: string): string {
  return `Basic ${toBase64(new TextEncoder().encode(`${name}:${password}`))}`;
}
