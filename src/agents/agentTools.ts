import type { AgentTool } from './agentTool';
import { describeOperation } from './tools/describeOperation';
import { findOperations } from './tools/findOperations';
import { sendRequestTool } from './tools/sendRequestTool';
import { validateRequestTool } from './tools/validateRequestTool';

/** In the order in which they are used. */
export const agentTools: readonly AgentTool[] = [
  findOperations,
  describeOperation,
  validateRequestTool,
  sendRequestTool,
];
