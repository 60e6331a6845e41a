import type * as vscode from 'vscode';
import type { ProviderRegistry } from '../../../core/registry';
import { type ScenarioWorld, worldOf } from '../../../core/scenarios/editing/names/world';
import { sketchAround } from '../../../core/scenarios/editing/text/sketch';
import { openLinkPorts } from '../readOpenScenario';

/** What a scenario that is open can name. */
export function openWorld(registry: ProviderRegistry, document: vscode.TextDocument): Promise<ScenarioWorld> {
  return worldOf(sketchAround(document.getText()).value, openLinkPorts(registry, document.uri));
}
