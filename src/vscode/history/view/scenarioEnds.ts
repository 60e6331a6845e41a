import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ScenarioEnd } from '../../../core/history/entry';

export function endWord(end: ScenarioEnd): string {
  switch (end) {
    case 'passed':
      return t('passed');
    case 'failed':
      return t('failed');
    case 'skipped':
      return t('stopped');
  }
}

/** As the Testing view draws them; a beaker where nobody knows, as for runs of an earlier version or one under way. */
export function endIcon(end: ScenarioEnd | undefined): vscode.ThemeIcon {
  if (end === undefined) return new vscode.ThemeIcon('beaker');
  const [icon, color] = icons[end];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

const icons = {
  passed: ['pass', 'testing.iconPassed'],
  failed: ['error', 'testing.iconFailed'],
  skipped: ['circle-slash', 'testing.iconSkipped'],
} as const satisfies Record<ScenarioEnd, readonly [icon: string, color: string]>;
