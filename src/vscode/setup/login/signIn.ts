import { createHash, randomBytes } from 'node:crypto';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { type CredentialKind, type Credentials, loginCredentials, type Token } from '../../../core/auth';
import type { Connection } from '../../../core/connections/connection';
import { loginAddress } from '../../../core/login/browserLogin';
import type { Provider } from '../../../core/provider';
import { TokenCache } from '../../../core/sending/tokens/tokenCache';
import { listenForLogin } from '../../../node/login/loginListener';
import { ForeseenError, ProblemError } from '../../shell/explainError';
import { pageLanguage } from '../../shell/language/useLanguage';
import { openAddress } from '../../shell/openAddress';
import { waitingTimes } from '../../shell/waitingTimes';
import type { SetupServices } from '../setupServices';

export interface SignInTarget {
  readonly provider: Provider;
  readonly connection: Connection;
  readonly kind: CredentialKind;
  /** Those of the application. */
  readonly credentials: Credentials;
}

export interface SignedIn {
  readonly code: string;
  readonly token: Token;
}

/** Has a person sign in with a browser, and exchanges the code that comes back. Undefined when nothing came back. */
export async function signIn(
  services: SetupServices,
  target: SignInTarget,
  signal: AbortSignal,
): Promise<SignedIn | undefined> {
  const { provider, connection, kind, credentials } = target;
  const [state, verifier] = [randomBytes(24).toString('base64url'), randomBytes(48).toString('base64url')];
  const listener = await listenForLogin(state, waitingTimes.loginMs, pageLanguage().language);
  const stop = () => listener.end();
  signal.addEventListener('abort', stop);
  try {
    // In a browser or on another machine the editor says where this one can be reached.
    const redirect = await vscode.env.asExternalUri(vscode.Uri.parse(listener.url, true));
    const redirectUri = redirect.toString(true);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const secrets = { state, challenge, redirectUri };
    const address = kind.login && loginAddress(connection, kind.login, credentials, secrets);
    if (address === undefined) throw new ForeseenError(noAddress());
    await openAddress(address);
    const answer = await listener.answer;
    if (answer === undefined) return undefined;
    if (answer.kind === 'refused') throw new ForeseenError(refusedWith(answer.detail));
    const given = {
      [loginCredentials.code]: answer.code,
      [loginCredentials.verifier]: verifier,
      [loginCredentials.redirectUri]: redirectUri,
    };
    const token = await exchange(services, { provider, connection }, { ...credentials, ...given });
    return { code: answer.code, token };
  } finally {
    signal.removeEventListener('abort', stop);
    listener.end();
  }
}

async function exchange(
  { sender }: SetupServices,
  target: Pick<SignInTarget, 'provider' | 'connection'>,
  credentials: Credentials,
): Promise<Token> {
  const { fetchToken } = await import('../../../core/sending/tokens/fetchToken');
  // What is not saved yet has nothing to do with the tokens of what is.
  const outcome = await fetchToken({ ...(await sender.ports()), tokens: new TokenCache() }, target, credentials);
  if ('token' in outcome) return outcome.token;
  const { provider, connection } = target;
  throw new ProblemError(outcome.problem, { provider: provider.id, connection: connection.id });
}

const noAddress = () => ({
  title: t('There is no page to sign in at'),
  cause: t('The address of the sign-in would lead elsewhere than the connection does.'),
  nextStep: t('Check the base URL and the other hosts.'),
});

function refusedWith(detail: string) {
  return {
    title: t('The sign-in was refused'),
    cause: t('The API says: {0}', detail.slice(0, 200)),
    nextStep: t('Check the client ID and the redirect addresses of the application, then sign in again.'),
  };
}
