import * as vscode from 'vscode';
import type { StepPlace } from '../../../core/scenarios/running/runWatch';
import { scenarioText } from '../scenarioFiles';
import { scenarioTree } from '../testing/scenarioTree';

function uriOf(path: string): vscode.Uri {
  return /^[a-z][a-z0-9+.-]+:/i.test(path) ? vscode.Uri.parse(path, true) : vscode.Uri.file(path);
}

export function stepLine({ step }: StepPlace): number {
  return step.home.source.placeOf(step.pointer).line;
}

/** The file that a step is written in. */
export function stepFile({ step }: StepPlace, scenario: vscode.Uri): vscode.Uri {
  const { file } = step.home;
  return file === undefined ? scenario : vscode.Uri.joinPath(scenario, '..', file);
}

export async function stepRanges(path: string) {
  const tree = scenarioTree(await scenarioText(uriOf(path)), path);
  return tree.kind === 'read' ? tree.workflows.flatMap(({ steps }) => steps.map(({ range }) => range)) : [];
}
