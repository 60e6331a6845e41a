import type { Caller, EmulatedRequest, EmulatorDefinition, EmulatorTools, Rejection } from '../core/emulation';
import type { Headers } from '../core/http';
import type { Issue } from '../protocol/form';

/** How an emulator answers what it does not serve. */
export type Refusals = Pick<EmulatorDefinition, 'reject' | 'rejectInvalid' | 'unknownRoute'>;

interface AccessOutline<State> {
  readonly credentials: EmulatorDefinition['credentials'];
  /** Those beside the demo account; without it there are none. */
  readonly accounts?: NonNullable<EmulatorDefinition<State>['accounts']>;
  /** Who asks for a token; without it such a call is one like all others. */
  client?(request: EmulatedRequest, state: State): Caller | Rejection;
  /** Who makes any other call. */
  token(headers: Headers, state: State, tools: EmulatorTools): Caller | Rejection;
}

/** The accounts of an emulator, and who is let in. */
export function defineAccess<State>({
  credentials,
  accounts,
  client,
  token,
}: AccessOutline<State>): Pick<EmulatorDefinition<State>, 'credentials' | 'accounts' | 'authenticate'> {
  return {
    credentials,
    ...(accounts !== undefined && { accounts }),
    authenticate: (request, { authorization }, state, tools) =>
      authorization === 'client' && client !== undefined
        ? client(request, state)
        : token(request.headers, state, tools),
  };
}

/** The token behind "Bearer", empty where there is none. */
export function bearerOf(headers: Headers): string {
  return /^Bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? '';
}

/** The token with or without "Bearer", for APIs whose descriptions know no scheme. */
export function tokenOf(headers: Headers): string {
  return (headers['authorization'] ?? '').replace(/^Bearer\s+/i, '');
}

/** Client ID and secret as a header, or else as fields of the form. */
export function isClient(
  { headers, body }: EmulatedRequest,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
): boolean {
  const { authorization } = headers;
  if (authorization !== undefined) return authorization === `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
  const form = new URLSearchParams(new TextDecoder('utf-8').decode(body));
  return form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
}

/** Of a name that only a strict emulator refuses. */
export function isUndocumented({ code }: Issue): boolean {
  return code === 'unknown_key';
}

/** What stands in the place of an error that has no room for names; undefined where there are none. */
export function undocumentedRemark(issues: readonly Issue[]): string | undefined {
  const told = issues.filter(isUndocumented).map(({ message }) => message);
  return told.length === 0 ? undefined : told.join(' ');
}
