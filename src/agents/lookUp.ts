import type { Operation } from '../core/operation';
import { describeProblem } from '../core/problems/describeProblem';
import type { Provider } from '../core/provider';
import { quotable } from '../core/quoting/oneLine';
import type { AgentWorkplace } from './agentWorkplace';
import { refusal, ToolRefusal } from './toolRefusal';

type Registered = Pick<AgentWorkplace, 'registry'>;

/** Throws a refusal that names those there are. */
export async function providerNamed({ registry }: Registered, id: string): Promise<Provider> {
  const provider = await registry.provider(id);
  if (provider !== undefined) return provider;
  throw refusal(`There is no provider "${quotable(id)}"`, `There are ${registry.ids.join(', ')}.`, 'Name one of them.');
}

export interface FoundOperation {
  readonly provider: Provider;
  readonly operation: Operation;
}

/** Throws a refusal that names those that may be meant. */
export async function operationNamed({ registry }: Registered, id: string): Promise<FoundOperation> {
  const found = await registry.operation(id);
  if (found !== undefined) return found;
  const meant = await registry.nearestOperations(id);
  const said = describeProblem({ kind: 'unknownOperation', operation: id, meant });
  const nextStep = meant.length === 0 ? 'find_operations lists them.' : said.nextStep;
  throw new ToolRefusal({ ...said, cause: 'No provider has it.', nextStep });
}
