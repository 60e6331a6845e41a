import * as vscode from 'vscode';
import type { Status } from '../../../core/documents';

type Tone = Status['tone'];

/** Colour never stands alone: each tone has its own shape, and the API's word is beside it. */
const looks: Readonly<Record<Tone, { readonly icon: string; readonly color?: string }>> = {
  none: { icon: 'circle-outline' },
  draft: { icon: 'edit' },
  waiting: { icon: 'watch', color: 'charts.yellow' },
  open: { icon: 'mail', color: 'charts.blue' },
  done: { icon: 'pass-filled', color: 'charts.green' },
  refused: { icon: 'error', color: 'charts.red' },
  expired: { icon: 'circle-slash', color: 'charts.orange' },
};

/** `fallback` is shown when there is no status to tell. */
export function statusIcon(status: Status | undefined, fallback: string): vscode.ThemeIcon {
  if (status === undefined || status.tone === 'none') return new vscode.ThemeIcon(fallback);
  const { icon, color } = looks[status.tone];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}
