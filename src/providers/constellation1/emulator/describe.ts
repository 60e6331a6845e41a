import type { DocumentDetail } from '../../../core/documents';
import type { CollectedDocument, EmulatorTools } from '../../../core/emulation';
import { firstByKey } from '../../../kit/firstByKey';
import { signerStatus } from '../codes';
import { detailOf, sessionCollection } from '../resources';
import { factsOf } from './sessionView';
import { signingPageOf } from './signingPages';
import { expire, type State } from './state';

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

export function collectSessions({
  state,
  tools,
}: {
  readonly state: State;
  readonly tools: EmulatorTools;
}): readonly CollectedDocument[] {
  return [...state.sessions.values()].flatMap((session) => {
    expire(session, tools.now());
    const detail = describeSession(state, sessionCollection.id, session.id);
    return detail === undefined ? [] : [{ collection: sessionCollection.id, detail }];
  });
}
