import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../../../core/registry';
import { type ReachedApis, type ReachedLine, reachedCount } from './apiCoverage';
import { apiPageUri } from './apiPages';

/** What scenarios reached of an API, as the editor shows it of a file: operations are its functions, failures its branches. */
export class ApiFileCoverage extends vscode.FileCoverage {
  readonly details: readonly vscode.FileCoverageDetail[];

  constructor(title: string, lines: readonly ReachedLine[]) {
    const of = (kind: ReachedLine['kind']) => countOf(lines.filter((line) => line.kind === kind));
    super(apiPageUri(title), countOf(lines), of('failure'), of('operation'));
    this.details = lines.map(detailOf);
  }
}

/** One for each API that was reached. */
export async function addCoverage(
  run: vscode.TestRun,
  registry: ProviderRegistry,
  reached: ReachedApis,
): Promise<void> {
  for (const id of reached.providers) {
    const provider = await registry.provider(id);
    // Calls of the emulator's own are none of an API.
    if (provider !== undefined) run.addCoverage(new ApiFileCoverage(provider.title, reached.linesOf(provider)));
  }
}

function countOf(lines: readonly ReachedLine[]): vscode.TestCoverageCount {
  const { covered, total } = reachedCount(lines);
  return new vscode.TestCoverageCount(covered, total);
}

function detailOf({ kind, line, text, count }: ReachedLine): vscode.FileCoverageDetail {
  const range = new vscode.Range(line, 0, line, text.length);
  if (kind === 'operation') return new vscode.DeclarationCoverage(text, count, range);
  return new vscode.StatementCoverage(count, range, [new vscode.BranchCoverage(count, range, text)]);
}
