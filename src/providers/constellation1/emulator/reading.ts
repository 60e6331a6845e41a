import { servedAddress } from '../../../core/addresses/webAddress';
import { isRejection } from '../../../core/emulation';
import { sessionStatus } from '../codes';
import { refuse } from '../failures';
import { tellExpired } from './events/statusEvents';
import { refuseUser } from './sessions';
import { netDate } from './sessionView';
import { type Handlers, sessionAt, signerFinder, success } from './state';

/** Nothing is archived here. */
const ended = { expired: sessionStatus.expired, archived: undefined, deleted: sessionStatus.deleted } as const;

/** Address of whoever acts on the emulator. */
const here = '127.0.0.1';

export const readingHandlers: Pick<
  Handlers,
  'getActionLogs' | 'getSignerDocuments' | 'listEndedSessions' | 'getLandingUrl'
> = {
  getActionLogs: ({ state, values: { path }, tools }) => {
    const found = sessionAt(state, path.sessionId, tools.now());
    if (isRejection(found)) return found;
    const ActionLogs = found.log.map(({ at, text }) => ({ Date: netDate(at), IPAddress: here, Description: text }));
    return { status: 200, body: { Message: 'Success', Details: [], ActionLogs } };
  },
  getSignerDocuments: ({ state, values: { path }, tools }) => {
    const refusal = refuseUser(state, path.username);
    if (refusal) return refusal;
    const found = sessionAt(state, path.signingSessionId, tools.now());
    if (isRejection(found)) return found;
    const signer = signerFinder(found)({ SignerId: path.signerId, EmailAddress: undefined });
    if (signer === undefined) return refuse('signer-not-found', { signer: path.signerId });
    const Documents = pageOf(found.documents, path.pageNumber, path.pageSize).map((document) => ({ ...document }));
    return { status: 200, body: { Message: 'Success', Details: [], TotalCount: found.documents.length, Documents } };
  },
  listEndedSessions: ({ state, values: { path }, tools }) => {
    tellExpired(state, tools);
    const [shelf, { pageNum, pageSize }] = [String(ended[path.status]), path];
    const page = state.byStatus.page(shelf, pageNum * pageSize, (pageNum + 1) * pageSize);
    const Sessions = page.map(({ id }) => ({ SigningSessionId: id }));
    const TotalCount = state.byStatus.size(shelf);
    return { status: 200, body: { Message: 'Success', Details: [], TotalCount, Sessions } };
  },
  getLandingUrl: ({ caller, headers, baseUrl }) => {
    const query = new URLSearchParams({ user: caller.account, token: headers['authorization'] ?? '', page: '1' });
    return success(servedAddress(baseUrl, `/auth/AutoLogMeIn.aspx?${query}`) ?? null);
  },
};

function pageOf<Item>(items: readonly Item[], page: number, size: number): readonly Item[] {
  return items.slice(page * size, (page + 1) * size);
}
