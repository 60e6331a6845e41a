import { type HandlerContext, isRejection, type Rejection } from '../../../core/emulation';
import type { FactsOf } from '../../../kit/defineEmulator';
import { namedSession, type SessionFacts } from '../facts';
import type { operations } from '../operations/operations';
import { factsOf } from './sessionView';
import { type State, sessionAt } from './state';

/** What the rules of the calls need to know, from the state instead of over the wire. */
export const facts: FactsOf<typeof operations, State> = {
  inviteSigners: ofSession,
  updateSigners: ofSession,
  updateSession: ofSession,
  startSession: ofSession,
  cancelSession: ofSession,
  closeSession: ofSession,
  editSession: ofSession,
};

/** The session has to be there before any rule about it can be asked. */
function ofSession({
  state,
  values,
  tools,
}: HandlerContext<State, Parameters<typeof namedSession>[0]>): SessionFacts | Rejection | undefined {
  const id = namedSession(values);
  if (id === undefined) return undefined;
  const found = sessionAt(state, id, tools.now());
  return isRejection(found) ? found : factsOf(found);
}
