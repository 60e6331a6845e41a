import * as z from 'zod';
import type { Call, RequestValues } from '../../core/operation';
import { ask } from '../../kit/calls';
import { type SessionReply, type SignerReply, sessionReply } from './operations/replies';
import { getSession } from './operations/sessions/getSession';

/** What rules and the tree need to know about a session; the emulator takes them from its state. */
export interface SessionFacts {
  readonly id: string;
  readonly title: string;
  /** Code of the status, undefined when the reply does not tell. */
  readonly status: number | undefined;
  readonly owner: string;
  readonly returnUrl: string;
  readonly signers: readonly SignerFacts[];
}

export interface SignerFacts {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly role: string;
  readonly sequence: number | undefined;
  readonly status: number | undefined;
  readonly declinedReason: string;
}

const named = z.object({ sessionId: z.string() });
const namedToStart = z.object({ signingSessionId: z.string() });
const namedToUpdate = z.object({
  session: z.object({
    Id: z.string().optional().catch(undefined),
    SessionInfo: z
      .object({ Id: z.string().optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
});

/** The session that path or body names, undefined while they name none. */
export function namedSession({ path, body }: { readonly path?: unknown; readonly body?: unknown }): string | undefined {
  const update = namedToUpdate.safeParse(body).data?.session;
  const id =
    named.safeParse(path).data?.sessionId ??
    namedToStart.safeParse(path).data?.signingSessionId ??
    namedToStart.safeParse(body).data?.signingSessionId ??
    (update?.Id || update?.SessionInfo?.Id);
  return id?.trim() === '' ? undefined : id;
}

export async function loadSessionFacts(values: RequestValues, call: Call): Promise<SessionFacts | undefined> {
  const sessionId = namedSession(values);
  if (sessionId === undefined) return undefined;
  return factsOfReply(await ask(call, getSession, { path: { sessionId } }), sessionId);
}

/** Which name the sessions of a reply have is not documented: "Sessions" and "Session" are both read. */
const anySessions = z.object({
  Sessions: z.array(sessionReply).nullable().optional().catch(undefined),
  Session: z
    .union([z.array(sessionReply), sessionReply.transform((one) => [one])])
    .nullable()
    .optional()
    .catch(undefined),
});

export function sessionsIn(reply: unknown): readonly SessionReply[] {
  const read = anySessions.safeParse(reply);
  return read.success ? (read.data.Sessions ?? read.data.Session ?? []) : [];
}

export function factsOfReply(reply: unknown, id: string): SessionFacts {
  const sessions = sessionsIn(reply);
  const isMeant = (session: SessionReply) => idOf(session).toLowerCase() === id.toLowerCase();
  return sessionFacts(sessions.find(isMeant) ?? sessions[0] ?? {}, id);
}

export function sessionFacts(session: SessionReply, id = idOf(session)): SessionFacts {
  const info = session.SessionInfo;
  return {
    id,
    title: info?.Title || id,
    status: session.StatusCode ?? info?.StatusCode ?? undefined,
    owner: info?.OwnerEmail ?? '',
    returnUrl: info?.ReturnURL ?? '',
    signers: (session.Signers ?? []).map(signerFacts),
  };
}

export function idOf({ SigningSessionId, Id, SessionInfo }: SessionReply): string {
  return SigningSessionId || Id || SessionInfo?.SigningSessionId || SessionInfo?.Id || '';
}

/** The signer's address, else what else there is to call them by. */
export function titleOf({ email, firstName, lastName, role, id }: SignerFacts): string {
  return email || `${firstName} ${lastName}`.trim() || role || id;
}

function signerFacts(signer: SignerReply): SignerFacts {
  return {
    id: signer.SignerId ?? signer.SignerID ?? '',
    firstName: signer.FirstName ?? '',
    lastName: signer.LastName ?? '',
    email: signer.EmailAddress ?? '',
    role: signer.SignerRole ?? '',
    sequence: signer.Sequence ?? undefined,
    status: signer.StatusCode ?? undefined,
    declinedReason: signer.DeclinedReason ?? '',
  };
}
