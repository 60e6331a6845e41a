import { validateRequest } from '../core/forms/checks/validateRequest';
import { nearest } from '../core/forms/wording/nearest';
import type { Operation } from '../core/operation';
import { describeProblem } from '../core/problems/describeProblem';
import type { Issue } from '../protocol/form';
import type { ProblemText } from '../protocol/reply';
import type { AgentCall } from './agentCall';
import type { AgentTool } from './agentTool';
import type { AgentWorkplace } from './agentWorkplace';
import { anyObject } from './anyJson';
import { visibleText } from './output/visibleText';
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
  const faults = [...unknownMembers(tool, given), ...issues.flatMap(faultsOf)];
  if (faults.length > 0) return { kind: 'refused', said: faultyInput(tool, faults) };
  try {
    const output = await tool.run(workplace, tool.input.parse(values.body), call);
    return { kind: 'answered', output: tool.output.parse(output) };
  } catch (error: unknown) {
    if (error instanceof ToolRefusal) return { kind: 'refused', said: error.said };
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', said: describeProblem({ kind: 'bug', detail }) };
  }
}

/** Values are final. */
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

function faultsOf({ pointer, message, severity }: Issue): readonly string[] {
  return severity === 'error' ? [`${pointer.slice('/body'.length) || '/'}: ${message}`] : [];
}

/** What has no place here was meant otherwise: without its connection a request would go elsewhere. */
function unknownMembers({ input }: AgentTool, given: object): readonly string[] {
  const names = Object.keys(input.shape);
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .slice(0, mostFaults)
    .map((name) => {
      const meant = nearest(name, names);
      const mend = meant === undefined ? `There is ${names.join(', ')}.` : `Did you mean "${meant}"?`;
      return `/${visibleText(name, 60)}: The tool takes nothing of this name. ${mend}`;
    });
}

const mostFaults = 8;

function faultyInput({ name }: AgentTool, faults: readonly string[]): ProblemText {
  return {
    title: `The input of ${name} is not valid`,
    cause: faults.slice(0, mostFaults).join('\n'),
    nextStep: 'Mend these members of the input and call it again.',
  };
}
