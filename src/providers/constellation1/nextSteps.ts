import type { PreparedRequest } from '../../core/operation';
import type { NextSteps } from '../../kit/nextSteps';
import { sessionStatus } from './codes';
import { idOf, sessionFacts, sessionsIn } from './facts';
import { operations } from './operations/operations';
import { addSignersStep, startStep } from './steps';

export const nextSteps: NextSteps<typeof operations> = {
  /** A copy is a draft, as a new session is. */
  copySession: (reply) => stepsOfDraft(reply, ''),
  editSession: (reply) => stepsOfDraft(reply, ''),
  /** Whatever the reply holds of the new session; its ID is what is sure. */
  createSession: (reply, { values }) => stepsOfDraft(reply, values.body.session.SessionInfo.ReturnURL),
};

function stepsOfDraft(reply: unknown, returnUrl: string): readonly PreparedRequest[] {
  const [session] = sessionsIn(reply);
  const id = (session && idOf(session)) || topLevelId(reply);
  if (id === '') return [];
  const facts = sessionFacts(session ?? {}, id);
  const { draft, paused } = sessionStatus;
  if (facts.status !== undefined && facts.status !== draft && facts.status !== paused) return [];
  const blocked = session?.Signers?.length === 0 ? 'Add signers first.' : undefined;
  return [startStep({ ...facts, returnUrl: facts.returnUrl || returnUrl }, blocked), addSignersStep(facts)];
}

function topLevelId(reply: unknown): string {
  const read = operations.createSession.replies[200].safeParse(reply);
  return (read.success && read.data?.SigningSessionId) || '';
}
