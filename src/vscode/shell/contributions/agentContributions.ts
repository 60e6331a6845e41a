import { readdirSync } from 'node:fs';
import type { AgentTool } from '../../../agents/agentTool';
import { agentTools } from '../../../agents/agentTools';
import { describeSchema } from '../../../core/openapi/describeSchema';
import { agentServers, toolPrefix } from '../ids';

/** What package.json says to assistants: the same tools, skills and server as elsewhere. */
export function agentContributions() {
  return {
    languageModelTools: agentTools.map(toolEntry),
    chatSkills: readdirSync('media/skills')
      .toSorted()
      .map((name) => ({ path: `./media/skills/${name}/SKILL.md` })),
    mcpServerDefinitionProviders: [{ id: agentServers, label: 'E-Sign Workbench' }],
  };
}

function toolEntry({ name, title, description, input }: AgentTool) {
  return {
    name: `${toolPrefix}${name}`,
    displayName: title,
    modelDescription: description.replaceAll('\n', ' '),
    userDescription: title,
    toolReferenceName: `esign-${name.replaceAll('_', '-')}`,
    canBeReferencedInPrompt: true,
    icon: '$(pencil)',
    tags: ['e-signature'],
    inputSchema: describeSchema(input),
  };
}
