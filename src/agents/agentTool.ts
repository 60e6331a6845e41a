import type * as z from 'zod';
import type { AgentCall } from './agentCall';
import type { AgentWorkplace } from './agentWorkplace';

/** What an assistant can do here: the same in the editor and over the protocol of the command line. */
export interface AgentTool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  /** In snake_case, which every client takes. */
  readonly name: string;
  readonly title: string;
  /** For an assistant, in a few lines: what it is for, and when to use it. */
  readonly description: string;
  readonly hints: ToolHints;
  readonly input: Input;
  readonly output: Output;
  /** Throws a ToolRefusal where it cannot be done as asked. */
  run(workplace: AgentWorkplace, input: z.output<Input>, call: AgentCall): Promise<z.output<Output>>;
}

/** By the names and meanings of the protocol for assistants. */
export interface ToolHints {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  /** It may reach what is not on this machine, once a person has opened a connection. */
  readonly openWorldHint: boolean;
}

/** Its input and its output have the types of its schemas. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: AgentTool<Input, Output>,
): AgentTool<Input, Output> {
  return tool;
}

export const readsOnly: ToolHints = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};
