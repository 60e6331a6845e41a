import * as vscode from 'vscode';
import { readOpenScenario } from '../readOpenScenario';
import { isScenario } from '../scenarioFiles';
import type { ScenarioServices } from '../scenarioServices';

/** Ids of the providers that the scenario in the active editor calls; none where there is no such scenario. */
export async function activeProviders({ registry }: Pick<ScenarioServices, 'registry'>): Promise<readonly string[]> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined || !isScenario(uri)) return [];
  const { scenario } = await readOpenScenario(registry, uri);
  return [...new Set(scenario?.workflows.flatMap(({ providers }) => providers) ?? [])];
}
