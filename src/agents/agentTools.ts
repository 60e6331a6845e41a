import type { AgentTool } from './agentTool';
import { controlEmulator } from './tools/controlEmulator';
import { describeOperation } from './tools/describeOperation';
import { explainFailure } from './tools/explainFailure';
import { findOperations } from './tools/findOperations';
import { listDocuments } from './tools/listDocuments';
import { makeRequest } from './tools/makeRequest';
import { readHistory } from './tools/readHistory';
import { runScenario } from './tools/runScenario';
import { sendRequestTool } from './tools/sendRequestTool';
import { validateRequestTool } from './tools/validateRequestTool';

/** In the order in which they are used. */
export const agentTools: readonly AgentTool[] = [
  findOperations,
  describeOperation,
  makeRequest,
  validateRequestTool,
  sendRequestTool,
  explainFailure,
  readHistory,
  controlEmulator,
  listDocuments,
  runScenario,
];
