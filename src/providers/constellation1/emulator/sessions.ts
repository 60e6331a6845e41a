import { type EmulatorTools, isRejection, type Rejection } from '../../../core/emulation';
import { onTurn } from '../../../kit/signing';
import { isSessionOver, type SessionStatus, sessionStatus, signerStatus } from '../codes';
import { namedSession } from '../facts';
import { refuse } from '../failures';
import type { NewDocument, NewSession } from '../operations/sessions/sessionFields';
import type { NewSigner } from '../operations/signers/signerFields';
import { accountAt, type EmulatedAccount } from './account';
import { setSession, setSigner, tellSession } from './events/statusEvents';
import { viewInfo, viewSession } from './sessionView';
import { mailSigner } from './signingPages';
import {
  type EmulatedSession,
  type EmulatedSigner,
  expire,
  type Handlers,
  hasEnded,
  nameOf,
  note,
  type State,
  sessionAt,
  success,
  turns,
} from './state';

export const sessionHandlers: Pick<
  Handlers,
  | 'createSession'
  | 'getSession'
  | 'updateSession'
  | 'startSession'
  | 'cancelSession'
  | 'closeSession'
  | 'editSession'
  | 'copySession'
  | 'deleteSession'
  | 'listTransactionSessions'
  | 'listSessionsLite'
> = {
  createSession: ({ state, values: { body }, tools }) => {
    const owner = accountAt(state, body.userName);
    if (owner === undefined) return unknownUser;
    const refusal = refuseDocuments(body.session.Documents);
    if (refusal) return refusal;
    const created = newSession({ id: tools.uuid(), owner }, body.session, tools);
    state.sessions.set(created.id, created);
    tellSession(created, tools);
    return oneSession(created);
  },
  getSession: ({ state, values: { path }, tools }) => {
    const found = sessionAt(state, path.sessionId, tools.now());
    return isRejection(found) ? found : oneSession(found);
  },
  updateSession: ({ state, values, tools }) => {
    const { username, session } = values.body;
    const refusal = refuseUser(state, username) ?? refuseDocuments(session.Documents);
    if (refusal) return refusal;
    const found = sessionAt(state, namedSession(values) ?? '', tools.now());
    if (isRejection(found)) return found;
    found.documents.push(...(session.Documents ?? []).map(withoutBytes));
    found.signers.push(...(session.Signers ?? []).map((signer) => newSigner(signer, tools)));
    return oneSession(found);
  },
  startSession: ({ state, values: { path }, tools }) => {
    const found = sessionAt(state, path.signingSessionId, tools.now());
    if (isRejection(found)) return found;
    if (found.status !== sessionStatus.draft && found.status !== sessionStatus.paused) return refuse('not-done');
    setSession(found, sessionStatus.sent, tools);
    note(found, 'Session sent', tools);
    inviteNext(found, tools);
    return success('True');
  },
  cancelSession: ({ state, values: { path }, tools }) => {
    const found = sessionAt(state, path.sessionId, tools.now());
    if (isRejection(found)) return found;
    if (isSessionOver(found.status)) return refuse('not-done');
    end(found, sessionStatus.cancelled, tools);
    return success('True');
  },
  closeSession: ({ state, values: { path }, tools }) => {
    const found = sessionAt(state, path.signingSessionId, tools.now());
    if (isRejection(found)) return found;
    if (isSessionOver(found.status)) return refuse('not-done');
    // Which status a closed session has is not documented.
    end(found, sessionStatus.completed, tools);
    return success('True');
  },
  editSession: ({ state, values: { path }, tools }) => {
    const found = sessionAt(state, path.signingSessionId, tools.now());
    if (isRejection(found)) return found;
    if (found.status === sessionStatus.sent) {
      setSession(found, sessionStatus.paused, tools);
      note(found, 'Session paused', tools);
    }
    return oneSession(found);
  },
  copySession: ({ state, values, tools }) => {
    const found = sessionAt(state, namedSession(values) ?? '', tools.now());
    if (isRejection(found)) return found;
    const copy = copyOf(found, values.body.session.SessionInfo?.Title, tools);
    state.sessions.set(copy.id, copy);
    tellSession(found, tools, { newSession: copy.id });
    return oneSession(copy);
  },
  deleteSession: ({ state, values: { path }, tools }) => {
    const found = sessionAt(state, path.sessionId, tools.now());
    if (isRejection(found)) return found;
    if (found.status === sessionStatus.deleted) return refuse('not-done');
    setSession(found, sessionStatus.deleted, tools);
    return success('True');
  },
  listTransactionSessions: ({ state, values: { path }, tools }) => {
    const found = sessionsOf(state, path.userName, path.transactionId, tools.now());
    return isRejection(found)
      ? found
      : { status: 200, body: { Message: 'Success', Details: [], Sessions: found.map(viewSession) } };
  },
  listSessionsLite: ({ state, values: { path, query }, tools }) => {
    const found = sessionsOf(state, path.username, path.transactionId, tools.now());
    if (isRejection(found)) return found;
    const sign = query.sortOrder === 'desc' ? -1 : 1;
    const sorted = found.map(viewInfo).sort((one, other) => sign * compare(one[query.colName], other[query.colName]));
    const start = path.pageNum * path.pageSize;
    const page = sorted
      .slice(start, start + path.pageSize)
      .map(({ SigningSessionId, Title, TransactionId, StatusCode, CreatedOn }) => ({
        SigningSessionId,
        Title,
        TransactionId,
        StatusCode,
        CreatedOn,
      }));
    return { status: 200, body: { Message: 'Success', Details: [], TotalCount: found.length, Sessions: page } };
  },
};

/** Everyone who is on turn is asked: all at once, or those with the lowest number that is left. */
export function inviteNext(session: EmulatedSession, tools: EmulatorTools): void {
  const { UseSequence, SendSignerInvites } = session.info;
  if (UseSequence === 2 || SendSignerInvites === false || session.status !== sessionStatus.sent) return;
  const asked = UseSequence === 1 ? onTurn(session.signers, turns) : session.signers;
  for (const signer of asked.filter(({ status }) => status === signerStatus.pending)) {
    setSigner(session, signer, signerStatus.invited, tools);
    note(session, `${nameOf(signer)} was invited`, tools);
    mailSigner(session, signer, 'invitation', tools);
  }
}

export function newSession(
  { id, owner }: Pick<EmulatedSession, 'id' | 'owner'>,
  content: NewSession,
  tools: EmulatorTools,
): EmulatedSession {
  const { SessionInfo: info, Documents = [], Signers = [] } = content;
  const { ReminderFrequencyDays: days } = info;
  const signers = info.FirstSigner ? [signerOf(owner), ...Signers] : Signers;
  return {
    id,
    owner,
    info: { ...info, ...(days !== undefined && { ReminderFrequencyDays: Math.min(days, 30) }) },
    status: sessionStatus.draft,
    documents: Documents.map(withoutBytes),
    signers: signers.map((signer) => newSigner(signer, tools)),
    createdAt: tools.now(),
    log: [{ at: tools.now(), text: 'Session created' }],
  };
}

function signerOf({ firstName, lastName, userName }: EmulatedAccount): NewSigner {
  return { FirstName: firstName, LastName: lastName, EmailAddress: userName, SignerRole: '' };
}

/** Whoever has not signed cannot any more. */
function end(session: EmulatedSession, status: SessionStatus, tools: EmulatorTools): void {
  for (const signer of session.signers) {
    if (!hasEnded(signer)) setSigner(session, signer, signerStatus.cancelled, tools);
  }
  setSession(session, status, tools);
  note(session, status === sessionStatus.cancelled ? 'Session cancelled' : 'Session closed', tools);
}

/** A draft with the same documents and people, who are asked anew. */
function copyOf(session: EmulatedSession, title: string | undefined, tools: EmulatorTools): EmulatedSession {
  const { info, documents, signers } = session;
  const { FirstSigner: _first, CreatedOn: _created, ...kept } = info;
  const copy = newSession(
    { id: tools.uuid(), owner: session.owner },
    { SessionInfo: { ...kept, Title: title || info.Title }, Documents: [...documents] },
    tools,
  );
  for (const { values } of signers) {
    copy.signers.push(newSigner({ ...values, SignerRole: values.SignerRole ?? '' }, tools));
  }
  return copy;
}

export function newSigner({ SignerId, ...values }: NewSigner, tools: EmulatorTools): EmulatedSigner {
  return {
    id: SignerId?.trim() || tools.uuid(),
    values,
    status: signerStatus.pending,
    inviteToken: btoa(tools.hex(48)),
    declinedReason: '',
  };
}

const unknownUser = refuse('username-not-found');

export function refuseUser(state: State, userName: string): Rejection | undefined {
  return accountAt(state, userName) === undefined ? unknownUser : undefined;
}

/** A document comes with its file or from a template. */
function refuseDocuments(documents: readonly NewDocument[] = []): Rejection | undefined {
  const missing = documents.find(({ FileBytes, FormId }) => !FileBytes && !FormId);
  return missing && refuse('document-not-uploaded', { fileName: missing.FileName });
}

function withoutBytes({ FileBytes: _bytes, ...document }: NewDocument): Omit<NewDocument, 'FileBytes'> {
  return document;
}

function oneSession(session: EmulatedSession) {
  return {
    status: 200 as const,
    body: { Message: 'Success', Details: [], SigningSessionId: session.id, Sessions: [viewSession(session)] },
  };
}

function sessionsOf(
  state: State,
  userName: string,
  transactionId: string,
  now: number,
): readonly EmulatedSession[] | Rejection {
  const refusal = refuseUser(state, userName);
  if (refusal) return refusal;
  const found = state.byTransaction.with(transactionId);
  for (const session of found) expire(session, now);
  return found;
}

function compare(one: string | number | null | undefined, other: string | number | null | undefined): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one ?? '').localeCompare(String(other ?? ''));
}
