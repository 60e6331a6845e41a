import type { FailureAction, Goal, SuccessAction } from '../scenario';

export function goalOf(action: SuccessAction | FailureAction): Goal | undefined {
  return action.type === 'end' ? undefined : action.goal;
}
