import { type EmulatorDefinition, type HandlerContext, isRejection, type Rejection } from '../../../core/emulation';
import { operations } from '../operations/operations';
import { namedSession, type SessionFacts } from '../sessionFacts';
import { factsOf } from './sessionView';
import { type State, sessionAt } from './state';

/** What the rules of the calls need to know, from the state instead of over the wire. */
export const facts: NonNullable<EmulatorDefinition<State>['facts']> = {
  [operations.inviteSigners.id]: ofSession,
  [operations.updateSigners.id]: ofSession,
  [operations.updateSession.id]: ofSession,
  [operations.startSession.id]: ofSession,
  [operations.cancelSession.id]: ofSession,
};

/** The session has to be there before any rule about it can be asked. */
function ofSession({ state, values, tools }: HandlerContext<State>): SessionFacts | Rejection | undefined {
  const id = namedSession(values as Parameters<typeof namedSession>[0]);
  if (id === undefined) return undefined;
  const found = sessionAt(state, id, tools.now());
  return isRejection(found) ? found : factsOf(found);
}
