import type { Question } from '../core/sending/asking/question';

/** One call of a tool. */
export interface AgentCall {
  readonly signal: AbortSignal;
  /** Puts a question to the person, never to the assistant. Absent where nobody can be asked. */
  ask?(question: Question): Promise<boolean>;
}
