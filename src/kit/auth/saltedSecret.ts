import type { CredentialKind } from '../../core/auth';
import type { AuthKind } from './defineAuth';
import type { TokenCall } from './tokenCall';

interface SaltedSecret {
  readonly kind: CredentialKind;
  /** Name of the credential that is kept secret by the salt. */
  readonly secret: string;
  /** Has the API encrypt it; without it the credential is encrypted already. */
  readonly encrypt?: TokenCall;
  /** Fetches a token, with the encrypted secret in the header. */
  readonly token: TokenCall;
}

/** A secret that never travels bare but for the one call that encrypts it with a salt. */
export function saltedSecret({ kind, secret, encrypt, token }: SaltedSecret): AuthKind {
  return {
    kind,
    mark: secret,
    acquire: (credentials, call, now) => token(call, credentials, now),
    client: async ({ credentials, call }) =>
      encrypt === undefined ? (credentials[secret] ?? '') : (await encrypt(call, credentials, 0)).accessToken,
  };
}
