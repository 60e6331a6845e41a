import type { DocumentDetail } from '../../../core/documents';
import { firstByKey } from '../../../kit/firstByKey';
import { signerStatus } from '../codes';
import { detailOf, sessionCollection } from '../resources';
import { factsOf } from './sessionView';
import { signingPageOf } from './signingDesk';
import type { State } from './state';

/** What the API tells of a session, and beside it the pages that it mails to its signers. */
export function describeSession(state: State, collection: string, id: string): DocumentDetail | undefined {
  const session = state.sessions.get(id.toLowerCase());
  if (session === undefined || collection !== sessionCollection.id) return undefined;
  const detail = detailOf(factsOf(session));
  const asked = session.signers.filter(({ status }) => status !== signerStatus.pending);
  const askedById = firstByKey(asked, ({ id: signerId }) => signerId);
  const recipients = detail.recipients.map((recipient) => {
    const signer = askedById.get(recipient.id);
    return signer === undefined ? recipient : { ...recipient, signingPage: signingPageOf(signer) };
  });
  return {
    ...detail,
    recipients,
    ...(asked.length > 0 && { note: 'eSign mails its links; the signing pages here are the emulator’s.' }),
  };
}
