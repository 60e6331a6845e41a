import { shownHost, withQuery } from '../../../core/addresses/webAddress';
import type { EmulatorTools, SigningContext, SigningDesk } from '../../../core/emulation';
import { sha256 } from '../../../core/hashing/sha256';
import type { SigningVisit } from '../../../core/recipients/signingVisit';
import { fullName } from '../../../kit/fullName';
import { accountWith } from '../../../kit/seeding/defineAccounts';
import type { State } from './state';

const loginPath = /^\/_apis\/falcon\/auth\/oauth2\/authorize$/i;
const tenMinutes = 600_000;

/** The page at which an application's user signs in, in front of the signing pages: the demo user agrees or does not. */
export function withLogin(desk: SigningDesk<State>): SigningDesk<State> {
  return {
    ...desk,
    visit: (context) => (loginPath.test(context.path) ? visitOf(context) : desk.visit(context)),
    finish: (context) => (loginPath.test(context.path) ? agree(context) : desk.finish(context)),
    decline: (context, reason) =>
      loginPath.test(context.path) ? leadBack(context, { error: 'access_denied' }) : desk.decline(context, reason),
  };
}

function visitOf({ state, query }: SigningContext<State>): SigningVisit {
  const account = accountWith(state, 'clientId', query['client_id'] ?? '');
  const isKnown = account !== undefined && withQuery(query['redirect_uri'] ?? '', {}) !== undefined;
  const to = shownHost(query['redirect_uri'] ?? '');
  return {
    state: isKnown && query['response_type'] === 'code' ? 'open' : 'unknown',
    signer: { name: fullName(account?.firstName ?? '', account?.lastName ?? ''), email: account?.email ?? '' },
    documents: [],
    notes: [`Signing in: the application gets a code for this account, at ${to}.`],
    progress: [],
  };
}

function agree(context: SigningContext<State>) {
  const { state, query, tools } = context;
  const code = tools.hex(32);
  state.codes.set(code, {
    clientId: query['client_id'] ?? '',
    challenge: query['code_challenge'],
    redirectUri: query['redirect_uri'] ?? '',
    expiresAt: tools.now() + tenMinutes,
  });
  return leadBack(context, { code });
}

function leadBack({ query }: SigningContext<State>, answer: Readonly<Record<string, string>>) {
  const { state, redirect_uri: redirectUri = '' } = query;
  const redirect = withQuery(redirectUri, { ...answer, ...(state !== undefined && { state }) });
  return redirect === undefined ? {} : { redirect };
}

interface Exchanged {
  readonly code: string;
  readonly redirect_uri?: string | undefined;
  readonly code_verifier?: string | undefined;
}

/** A code of a sign-in is good once, for whoever began that sign-in. */
export function takeCode(state: State, clientId: string, tools: EmulatorTools, body: Exchanged): boolean {
  const issued = state.codes.get(body.code);
  state.codes.delete(body.code);
  if (issued?.clientId !== clientId || issued.expiresAt <= tools.now()) return false;
  if (body.redirect_uri !== undefined && body.redirect_uri !== issued.redirectUri) return false;
  return issued.challenge === undefined || issued.challenge === challengeOf(body.code_verifier ?? '');
}

/** S256 of RFC 7636. */
function challengeOf(verifier: string): string {
  const digest = sha256(new TextEncoder().encode(verifier));
  const bytes = (digest.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
