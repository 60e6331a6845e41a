import { t } from '@vscode/l10n';
import { type Connection, emulatorConnectionId } from '../../../core/connections/connection';
import { accountIds } from '../../../core/history/otherIds';
import { isObject } from '../../../core/json/jsonKinds';
import { propertiesOf } from '../../../core/scenarios/inputs/inputs';
import type { LinkedStep, LinkedWorkflow } from '../../../core/scenarios/linking/linkedScenario';
import { knownValues } from '../../../core/scenarios/running/asking/foresee';
import type { JsonObject } from '../../../protocol/json';
import { askOtherIds, type Ids } from '../../documents/otherIds';
import type { RunningServices } from '../scenarioServices';
import type { ChosenConnections } from './chosenConnections';

/**
 * The inputs of a workflow that runs on an account: for a default that is an id, what that account has in its place is asked
 * for, once for each account. Undefined when the user gave up.
 */
export async function inputsElsewhere(
  services: RunningServices,
  chosen: ChosenConnections,
  workflow: LinkedWorkflow,
  connections: ReadonlyMap<string, Connection>,
  given: JsonObject,
): Promise<JsonObject | undefined> {
  const defaults = Object.entries(defaultsOf(workflow)).filter(([name]) => !Object.hasOwn(given, name));
  let others: JsonObject = {};
  for (const step of workflow.steps) {
    const connection = accountOf(step, connections);
    if (connection === undefined) continue;
    const ids = await idsOf(services, chosen, workflow, step, connection, Object.fromEntries(defaults));
    if (ids === undefined) return undefined;
    others = { ...others, ...Object.fromEntries(defaults.flatMap(([name, value]) => replaced(name, value, ids))) };
  }
  return { ...others, ...given };
}

async function idsOf(
  services: RunningServices,
  chosen: ChosenConnections,
  { workflowId }: LinkedWorkflow,
  step: LinkedStep,
  connection: Connection,
  inputs: JsonObject,
): Promise<Ids | undefined> {
  if (step.target.kind !== 'operation') return new Map();
  const { provider, operations } = step.target;
  const [operation] = operations;
  const request = knownValues(step, {
    inputs,
    outputs: {},
    steps: new Map(),
    workflows: new Map(),
    exchange: undefined,
  });
  const fromInputs = new Set(Object.values(inputs).filter((value) => typeof value === 'string'));
  const asked = accountIds(operation, request).filter(({ value }) => fromInputs.has(value));
  if (asked.length === 0) return new Map();
  const ids = await askOtherIds(services, {
    provider,
    operation,
    request,
    from: { provider: provider.id, connection: emulatorConnectionId },
    connection,
    title: t('{0} on {1}', workflowId, connection.title),
    asker: 'scenario',
    known: chosen.ids(connection),
    replaceable: fromInputs,
  });
  if (ids !== undefined) await chosen.keepIds(connection, ids);
  return ids;
}

/** None for what runs on an emulator: that has what scenarios begin with. */
function accountOf({ target }: LinkedStep, connections: ReadonlyMap<string, Connection>): Connection | undefined {
  if (target.kind !== 'operation' || target.isControl) return undefined;
  const connection = connections.get(target.connection);
  return connection?.id === emulatorConnectionId ? undefined : connection;
}

function defaultsOf({ inputs }: LinkedWorkflow): JsonObject {
  const properties = Object.entries(propertiesOf(inputs));
  return Object.fromEntries(
    properties.flatMap(([name, property]) => {
      const value = isObject(property) ? property['default'] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function replaced(name: string, value: unknown, ids: Ids): readonly (readonly [string, string])[] {
  const other = typeof value === 'string' ? ids.get(value) : undefined;
  return other === undefined ? [] : [[name, other]];
}
