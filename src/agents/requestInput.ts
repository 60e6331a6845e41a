import * as z from 'zod';
import { emulatorConnectionId } from '../core/connections/connection';
import { describeProblem } from '../core/problems/describeProblem';
import { quotable } from '../core/quoting/oneLine';
import { parseRequestFile, type RequestFile } from '../core/requests/requestFile';
import type { Issue } from '../protocol/form';
import type { AgentWorkplace } from './agentWorkplace';
import { anyJson, anyObject } from './anyJson';
import { refusal, ToolRefusal } from './toolRefusal';

/** A request as an assistant gives it: by its values, or by the name of its file. */
export const requestInput = {
  operation: z.exactOptional(z.string().describe('As find_operations names it; needed without a file.')),
  connection: z.exactOptional(z.string().describe('Id of a connection; the emulator without it.')),
  path: z.exactOptional(anyObject.describe('Parameters of the path.')),
  query: z.exactOptional(anyObject.describe('Parameters of the query.')),
  body: z.exactOptional(anyJson.describe('As describe_operation and make_request give it.')),
  file: z.exactOptional(z.string().describe('A *.esign.json file of the workspace, in place of the values.')),
};

const inputSchema = z.object(requestInput);

export interface GivenRequest {
  readonly request: RequestFile;
  /** What is wrong with the text of its file. */
  readonly ofText: readonly Issue[];
}

/** Throws a refusal where neither values nor a readable file are given. */
export async function givenRequest(
  workplace: AgentWorkplace,
  { file, operation, connection = emulatorConnectionId, path, query, body }: z.output<typeof inputSchema>,
): Promise<GivenRequest> {
  if (file !== undefined) return requestOfFile(workplace, file, connection);
  if (operation === undefined) {
    throw refusal(
      'No request is given',
      'Neither "operation" nor "file" is there.',
      'Name an operation, with its values.',
    );
  }
  const values = { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
  return { request: { operation, connection, ...values }, ofText: [] };
}

async function requestOfFile(workplace: AgentWorkplace, file: string, connection: string): Promise<GivenRequest> {
  if (!/\.esign\.json$/i.test(file)) {
    throw refusal(
      `"${quotable(file)}" is no request file`,
      'Only *.esign.json files are read.',
      'Give the values instead.',
    );
  }
  const content = await workplace.readText(file);
  if (content.kind === 'unreadable') {
    throw refusal(`"${quotable(file)}" cannot be read`, content.reason, 'Name a file of the workspace.');
  }
  const read = parseRequestFile(content.text, connection);
  if (read.kind === 'unreadable') {
    throw new ToolRefusal(describeProblem({ kind: 'unreadableRequest', detail: read.detail }));
  }
  return { request: read.request, ofText: read.issues };
}
