import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { PreparedRequest } from '../../../core/operation';
import { asCode, asPlain } from '../../../core/quoting/markdown';
import type { NodeKind, NodeState } from '../../shell/contributions/when';

/** What menus look at: the kind of node, its state, and what can be done with it. */
export function contextValue(
  kind: NodeKind,
  actions: readonly PreparedRequest[],
  ...states: readonly NodeState[]
): string {
  const verbs = actions.filter((action) => action.blocked === undefined).map((action) => action.verb);
  return [kind, ...states, ...new Set(verbs)].join(' ');
}

/** A name, its facts as a list whose values can be copied, and what cannot be done yet. */
export function factsTooltip(
  title: string,
  facts: Readonly<Record<string, string | undefined>>,
  actions: readonly PreparedRequest[] = [],
): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown(`**${asPlain(title)}**\n\n`);
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined || value === '') continue;
    text.appendMarkdown(`- ${name}: `).appendMarkdown(asCode(value)).appendMarkdown('\n');
  }
  for (const action of actions) {
    if (action.blocked === undefined) continue;
    text.appendMarkdown(`\n\n${asPlain(`${action.title}: ${action.blocked}`)}`);
  }
  return text;
}

/** "2 d 16 min". */
export function spanWords(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = Math.ceil(minutes % 60);
  return [
    ...(days === 0 ? [] : [t('{0} d', days)]),
    ...(hours === 0 ? [] : [t('{0} h', hours)]),
    ...(rest === 0 ? [] : [t('{0} min', rest)]),
  ].join(' ');
}
