import type { NextSteps } from '../../kit/nextSteps';
import { sessionStatus } from './codes';
import { idOf, sessionFacts, sessionsIn } from './facts';
import { operations } from './operations/operations';
import { addSignersStep, startStep } from './steps';

export const nextSteps: NextSteps<typeof operations> = {
  /** Whatever the reply holds of the new session; its ID is what is sure. */
  createSession: (reply, { values }) => {
    const [session] = sessionsIn(reply);
    const id = (session && idOf(session)) || topLevelId(reply);
    if (id === '') return [];
    const facts = sessionFacts(session ?? {}, id);
    if (facts.status !== undefined && facts.status !== sessionStatus.draft) return [];
    const returnUrl = facts.returnUrl || values.body.session.SessionInfo.ReturnURL;
    const blocked = session?.Signers?.length === 0 ? 'Add signers first.' : undefined;
    return [startStep({ ...facts, returnUrl }, blocked), addSignersStep(facts)];
  },
};

function topLevelId(reply: unknown): string {
  const read = operations.createSession.replies[200].safeParse(reply);
  return (read.success && read.data?.SigningSessionId) || '';
}
