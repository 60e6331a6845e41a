import { validateRequest } from '../core/forms/checks/validateRequest';
import type { Operation } from '../core/operation';
import { describeProblem } from '../core/problems/describeProblem';
import type { Issue } from '../protocol/form';
import type { ProblemText } from '../protocol/reply';
import type { AgentCall } from './agentCall';
import type { AgentTool } from './agentTool';
import type { AgentWorkplace } from './agentWorkplace';
import { anyObject } from './anyJson';
import { ToolRefusal } from './toolRefusal';

export type ToolAnswer =
  | { readonly kind: 'answered'; readonly output: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly said: ProblemText };

/** Checks the input in the words of the product, and runs the tool. */
export async function callTool(
  workplace: AgentWorkplace,
  tool: AgentTool,
  input: unknown,
  call: AgentCall,
): Promise<ToolAnswer> {
  const given = anyObject.safeParse(input).data ?? {};
  const { issues, values } = validateRequest(operationOf(tool), { body: given }, undefined, checking);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { kind: 'refused', said: faultyInput(tool, errors) };
  try {
    const output = await tool.run(workplace, tool.input.parse(values.body), call);
    return { kind: 'answered', output: tool.output.parse(output) };
  } catch (error: unknown) {
    if (error instanceof ToolRefusal) return { kind: 'refused', said: error.said };
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', said: describeProblem({ kind: 'bug', detail }) };
  }
}

/** Values are final, and of what nobody documents a program is told like a person. */
const checking = { references: 'refused', writtenBy: 'program' } as const;

/** A tool is checked like a call, so that its faults are said in the same words. */
function operationOf({ name, title, description, input }: AgentTool): Operation {
  return {
    id: name,
    title,
    summary: description,
    method: 'POST',
    path: '/',
    docs: '',
    request: { body: input },
    replies: {},
    examples: [],
  };
}

function faultyInput({ name }: AgentTool, errors: readonly Issue[]): ProblemText {
  const lines = errors.slice(0, 8).map(({ pointer, message }) => `${pointer.slice('/body'.length) || '/'}: ${message}`);
  return {
    title: `The input of ${name} is not valid`,
    cause: lines.join('\n'),
    nextStep: 'Mend these members of the input and call it again.',
  };
}
