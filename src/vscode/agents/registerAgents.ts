import type { OpenReplies } from '../replies/openReplies';
import { commandIds } from '../shell/contributions/commandIds';
import { registerCommand } from '../shell/runCommand';
import { targetOf } from '../shell/treeTarget';
import { registerAgentServers } from './agentServers';
import type { AgentServices } from './agentServices';
import { closeToAssistants, openToAssistants } from './openToAssistants';
import { registerAgentTools } from './registeredTools';

/** The doors for assistants: the tools of this window, and the server that an installed package brings. */
export function registerAgents(services: Omit<AgentServices, 'replies'>, replies: OpenReplies): void {
  const all = { ...services, replies };
  registerAgentTools(all);
  registerAgentServers(all);
  registerCommand(services, commandIds.openToAssistants, (node) => openToAssistants(all, targetOf(node)));
  registerCommand(services, commandIds.closeToAssistants, (node) => closeToAssistants(all, targetOf(node)));
}
