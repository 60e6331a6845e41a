import assert from 'node:assert/strict';
import { readScenario } from '../../../src/core/scenarios/document/readScenario';
import type { ExportPlan } from '../../../src/core/scenarios/exporting/plan/exportPlan';
import { type MadePlan, makePlan } from '../../../src/core/scenarios/exporting/plan/makePlan';
import { linkScenario } from '../../../src/core/scenarios/linking/linkScenario';
import { environmentName } from '../../../src/headless/environmentName';
import type { JsonObject } from '../../../src/protocol/json';
import { demoPorts } from '../../unit/core/scenarios/demoPorts';

/** The plan of a scenario of the demo provider. */
export async function madePlan(document: JsonObject, inputs: JsonObject = {}): Promise<MadePlan> {
  const read = readScenario(JSON.stringify(document), 'sample.arazzo.json');
  assert.ok(read.scenario, JSON.stringify(read.issues));
  const linked = await linkScenario(read.scenario, demoPorts);
  assert.ok(linked.scenario, JSON.stringify(linked.issues));
  return makePlan(linked.scenario, {
    file: 'sample.arazzo.json',
    workflow: undefined,
    inputs,
    provider: demoPorts.provider,
    baseUrlOf: () => 'http://127.0.0.1:4010',
    movesClock: ({ path }) => path.endsWith('/advance'),
    variableOf: environmentName,
    readFile: async () => ({ kind: 'unreadable', reason: 'There are no files here.' }),
  });
}

export async function planOf(document: JsonObject): Promise<ExportPlan> {
  const { plan, issues } = await madePlan(document);
  assert.ok(plan, JSON.stringify(issues));
  return plan;
}

export function documentOf(workflows: readonly JsonObject[], title = 'Sample'): JsonObject {
  return {
    arazzo: '1.0.1',
    info: { title, version: '1' },
    sourceDescriptions: [
      { name: 'api', url: 'esign:demo-notes' },
      { name: 'emulator', url: 'esign:emulator' },
    ],
    workflows,
  };
}
