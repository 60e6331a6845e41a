import type { AgentCall } from '../../../src/agents/agentCall';
import type { AgentTool } from '../../../src/agents/agentTool';
import { agentTools } from '../../../src/agents/agentTools';
import { callTool, type ToolAnswer } from '../../../src/agents/callTool';
import { ProviderRegistry } from '../../../src/core/registry';
import { AgentSession, type AgentSessionOptions } from '../../../src/headless/agents/agentSession';
import { MemoryHistory } from '../../../src/headless/agents/memoryHistory';
import { demoProvider } from '../emulator/demoProvider';

/** A session of an assistant with the demo provider; nothing is opened. */
export function demoSession(options: Partial<AgentSessionOptions> = {}): AgentSession {
  return new AgentSession({
    registry: new ProviderRegistry([{ ...demoProvider, load: async () => demoProvider }]),
    env: {},
    cwd: import.meta.dirname,
    opened: [],
    showsLinks: false,
    history: new MemoryHistory(),
    templates: 'none',
    onError: (error) => {
      throw error;
    },
    ...options,
  });
}

export function toolNamed(name: string): AgentTool {
  const tool = agentTools.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`There is no tool ${name}.`);
  return tool;
}

export function call(session: AgentSession, name: string, input: unknown, ask?: AgentCall['ask']): Promise<ToolAnswer> {
  const { signal } = new AbortController();
  return callTool(session, toolNamed(name), input, { signal, ...(ask && { ask }) });
}
