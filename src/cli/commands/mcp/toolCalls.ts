import { randomUUID } from 'node:crypto';
import {
  type CallToolResult,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { AgentTool } from '../../../agents/agentTool';
import type { AgentWorkplace } from '../../../agents/agentWorkplace';
import { callTool, type ToolAnswer } from '../../../agents/callTool';
import { OpenCall } from '../../../agents/openCall';
import { describeQuestion, type Question } from '../../../core/sending/asking/question';
import type { ProblemText } from '../../../protocol/reply';

/** A call that waits for a person, and what it was called with. */
interface Waiting {
  readonly open: OpenCall;
  readonly controller: AbortController;
  readonly tool: string;
  readonly input: string;
  /** The answer that sends. */
  readonly agreeing: string;
  readonly expiry: NodeJS.Timeout;
}

/** Runs tools, and holds those that ask a person until the client brings the answer. */
export class ToolCalls {
  readonly #workplace: AgentWorkplace;
  /** By names that nobody can guess: an answer without a question that was asked is none. */
  readonly #waiting = new Map<string, Waiting>();

  constructor(workplace: AgentWorkplace) {
    this.#workplace = workplace;
  }

  async run(
    tool: AgentTool,
    input: unknown,
    context: ServerContext,
    canBeAsked: boolean,
  ): Promise<CallToolResult | InputRequiredResult> {
    const state = context.mcpReq.requestState<string>();
    if (state === undefined) return this.#begin(tool, input, context.mcpReq.signal, canBeAsked);
    const waiting = this.#take(state, tool, input);
    if (waiting === undefined) return refused(noSuchQuestion);
    const { open, controller, agreeing } = waiting;
    stopWith(context.mcpReq.signal, controller);
    open.answer(isAgreed(context, agreeing));
    return this.#proceed(open, controller, tool, input);
  }

  giveUp(): void {
    for (const { open, controller, expiry } of this.#waiting.values()) {
      clearTimeout(expiry);
      controller.abort();
      open.giveUp();
    }
    this.#waiting.clear();
  }

  #begin(tool: AgentTool, input: unknown, signal: AbortSignal, canBeAsked: boolean) {
    const controller = new AbortController();
    stopWith(signal, controller);
    const open = new OpenCall((ask) =>
      callTool(this.#workplace, tool, input, { signal: controller.signal, ...(canBeAsked && { ask }) }),
    );
    return this.#proceed(open, controller, tool, input);
  }

  async #proceed(open: OpenCall, controller: AbortController, { name: tool }: AgentTool, input: unknown) {
    const progress = await open.next();
    if (progress.kind === 'done') return resultOf(progress.answer);
    const id = randomUUID();
    const expiry = setTimeout(() => this.#expire(id), longestWaitMs);
    expiry.unref();
    const { send: agreeing } = describeQuestion(progress.question);
    this.#waiting.set(id, { open, controller, tool, input: JSON.stringify(input), agreeing, expiry });
    return asking(progress.question, id);
  }

  /** Once, and for the very call that was asked about. */
  #take(id: string, { name }: AgentTool, input: unknown): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return undefined;
    this.#waiting.delete(id);
    clearTimeout(waiting.expiry);
    if (waiting.tool === name && waiting.input === JSON.stringify(input)) return waiting;
    waiting.open.giveUp();
    return undefined;
  }

  #expire(id: string): void {
    this.#waiting.get(id)?.open.giveUp();
    this.#waiting.delete(id);
  }
}

/** A person may be at lunch. */
const longestWaitMs = 30 * 60_000;

const key = 'answer';

function asking(question: Question, requestState: string): InputRequiredResult {
  const { title, detail, send, safe } = describeQuestion(question);
  const answer = { type: 'string' as const, title: 'Your answer', enum: [safe, send], default: safe };
  const requestedSchema = { type: 'object' as const, properties: { [key]: answer }, required: [key] };
  const request = inputRequired.elicit({ message: `${title}\n\n${detail}`, requestedSchema });
  return inputRequired({ inputRequests: { [key]: request }, requestState });
}

/** Closing the question, and every other answer, means no. */
function isAgreed({ mcpReq }: ServerContext, agreeing: string): boolean {
  const response = inputResponse(mcpReq.inputResponses, key);
  return response.kind === 'elicit' && response.action === 'accept' && response.content?.[key] === agreeing;
}

function stopWith(signal: AbortSignal, controller: AbortController): void {
  if (signal.aborted) controller.abort();
  signal.addEventListener('abort', () => controller.abort(), { once: true });
}

function resultOf(answer: ToolAnswer): CallToolResult {
  if (answer.kind === 'refused') return refused(answer.said);
  return { content: [{ type: 'text', text: JSON.stringify(answer.output) }], structuredContent: answer.output };
}

function refused({ title, cause, nextStep }: ProblemText): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: `${title}\n${cause}\n${nextStep}` }] };
}

const noSuchQuestion: ProblemText = {
  title: 'Nothing was sent',
  cause: 'The question is not open any more, or it was about another call.',
  nextStep: 'Call the tool again: the person is asked again.',
};
