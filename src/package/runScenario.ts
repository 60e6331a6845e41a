import process from 'node:process';
import { loadScenario } from '../headless/scenarios/loadScenario';
import { tellScenarios } from '../headless/scenarios/runScenarios';
import { workflowReport } from '../headless/scenarios/scenarioReport';
import type { Workplace } from '../headless/workplace';
import { environmentFor, environmentIds } from './connectionEnvironment';
import { checkGiven, checkText } from './givenOptions';
import { checkConnections, scenarioNames } from './optionNames';
import { packageRegistry } from './packageRegistry';
import type { ScenarioOptions, ScenarioRunResult } from './types/scenarios.js';

/** Reads, checks and runs a scenario file, as `esign run` does. */
export async function runPackageScenario(file: string, options: ScenarioOptions = {}): Promise<ScenarioRunResult> {
  checkText('runScenario', 'the file', file);
  checkGiven('runScenario', options, scenarioNames);
  if (options.connections !== undefined)
    checkConnections('runScenario: "connections"', options.connections, packageRegistry.ids);
  const { connections, workflow, inputs, agreed, timeoutMs, signal } = options;
  const workplace: Workplace = {
    registry: packageRegistry,
    env: await environmentFor(connections ?? {}, process.env),
    cwd: process.cwd(),
  };
  const { scenario, issues } = await loadScenario(workplace, file);
  if (scenario === undefined) return { passed: false, workflows: [], issues };
  const known = scenario.workflows.map(({ workflowId }) => workflowId);
  if (workflow !== undefined && !known.includes(workflow)) {
    throw new Error(`There is no workflow "${workflow}". There is ${known.join(', ')}.`);
  }
  const run = {
    workflow,
    emulator: connections === undefined,
    ...(connections !== undefined && { connections: environmentIds(connections) }),
    isAgreed: agreed === true,
    ...(inputs !== undefined && { inputValues: inputs }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    // The declared type is less, so that programs need no types of Node or of browsers.
    signal: (signal as AbortSignal | undefined) ?? new AbortController().signal,
  };
  const workflows = await tellScenarios(workplace, [{ file, scenario, issues }], run, workflowReport);
  return { passed: workflows.every(({ outcome }) => outcome === 'passed'), workflows, issues };
}
