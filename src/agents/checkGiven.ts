import { withFileIssues } from '../core/attachments/fileInspector';
import { validateRequest } from '../core/forms/checks/validateRequest';
import { withForeignBody } from '../core/translation/foreignBody';
import type { Issue } from '../protocol/form';
import type { AgentWorkplace } from './agentWorkplace';
import { operationNamed } from './lookUp';
import type { GivenRequest } from './requestInput';

/** All that is wrong with a request, by schemas, rules and files. Nothing is sent. */
export async function checkGiven(
  workplace: AgentWorkplace,
  { request, ofText }: GivenRequest,
): Promise<readonly Issue[]> {
  const { operation: id, connection: _connection, written, ...values } = request;
  const { provider, operation } = await operationNamed(workplace, id);
  const { issues } = validateRequest(operation, values, undefined, { siblings: provider, written });
  const recognised = await withForeignBody(workplace.registry, { provider, operation }, request, issues);
  return [...ofText, ...withFileIssues(recognised, await workplace.inspectFiles(operation, values))];
}

export function isValid(issues: readonly Issue[]): boolean {
  return issues.every(({ severity }) => severity !== 'error');
}
