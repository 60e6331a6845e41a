import type { Credentials, Token } from '../../auth';
import type { Problem } from '../../problems/problem';
import { createCall, withCredentials } from '../call';
import type { SendPorts } from '../ports';
import type { Target } from '../target';
import { renewToken } from './authorization';
import { orProblem } from './orProblem';

/** A new token, whatever the life of the one that is there. From then on calls use it. */
export async function fetchToken(
  ports: SendPorts,
  { provider, connection }: Pick<Target, 'provider' | 'connection'>,
  credentials: Credentials,
  signal?: AbortSignal,
): Promise<{ readonly token: Token } | { readonly problem: Problem }> {
  const { tokens, now } = ports;
  const call = createCall(withCredentials(ports, credentials), provider, connection, signal);
  const context = { auth: provider.auth, connection, credentials, tokens, call, now };
  return orProblem(provider, async () => ({ token: await renewToken(context) }));
}
