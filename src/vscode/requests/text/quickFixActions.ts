import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TextRange } from '../../../core/requests/editing/editText';
import { commandIds } from '../../shell/contributions/commandIds';
import { requestFileEnding } from '../../shell/ids';
import { asCommand } from '../../shell/runCommand';
import type { RequestServices } from '../requestServices';
import { isRequest } from '../requestTab';
import type { CheckedRequest } from '../session/checkRequest';
import type { OpenRequests } from '../session/openRequests';
import type { QuickFix } from './quickFixes';

/** The mends of issues in the text editor. */
export function registerQuickFixes({ context }: RequestServices, requests: OpenRequests): void {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, range, { diagnostics }) => actionsOf(requests, document, range, diagnostics),
  };
  const providedCodeActionKinds = [vscode.CodeActionKind.QuickFix];
  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider({ pattern: `**/*${requestFileEnding}` }, provider, {
      providedCodeActionKinds,
    }),
  );
}

async function actionsOf(
  requests: OpenRequests,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction[]> {
  if (!isRequest(document.uri)) return [];
  const [sessions, { quickFixes }] = await Promise.all([requests.sessions(), import('./quickFixes')]);
  const state = await sessions.of(document).check();
  const offset = document.offsetAt(range.start);
  const selected = { offset, length: document.offsetAt(range.end) - offset };
  const fixes = quickFixes(state, document.getText(), selected);
  const actions = await Promise.all(fixes.map((fix) => actionOf(document, fix, diagnostics)));
  return [
    ...(await movingActions(document, state, selected, diagnostics)),
    ...actions,
    ...(await addingActions(document, state, selected, diagnostics)),
  ];
}

/** A value has to be asked for, and belongs elsewhere. */
async function addingActions(
  document: vscode.TextDocument,
  state: CheckedRequest,
  selected: TextRange,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction[]> {
  if (state.kind !== 'checked' || !state.issues.some(({ variable }) => variable !== undefined)) return [];
  const [{ rangesIn }, { touches }] = await Promise.all([
    import('../../../core/requests/editing/editText'),
    import('./quickFixes'),
  ]);
  const rangeOf = rangesIn(document.getText());
  const names = new Map<string, TextRange>();
  for (const { variable, pointer } of state.issues) {
    const range = variable === undefined ? undefined : rangeOf(pointer);
    if (variable !== undefined && range !== undefined && touches(range, selected)) names.set(variable, range);
  }
  return [...names].map(([name, range]) => {
    const title = t('Add {0} as a variable…', name);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = asCommand(commandIds.addVariable, title, { uri: document.uri.toString(), name });
    action.diagnostics = diagnostics.filter((one) => rangeAt(document, range).isEqual(one.range));
    return action;
  });
}

/** A secret is kept before it is taken out of the text: no edit alone can do that. */
async function movingActions(
  document: vscode.TextDocument,
  state: CheckedRequest,
  selected: TextRange,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction[]> {
  if (state.kind !== 'checked') return [];
  const [{ hardCodedSecrets }, { rangesIn }] = await Promise.all([
    import('../../../core/secrets/hardCodedSecrets'),
    import('../../../core/requests/editing/editText'),
  ]);
  const rangeOf = rangesIn(document.getText());
  const connection = state.connections.find(({ id }) => id === state.request.connection);
  return hardCodedSecrets(state.operation, state.request).flatMap(({ pointer, credential }) => {
    const range = rangeOf(pointer);
    const isHere = range.offset <= selected.offset + selected.length && selected.offset <= range.offset + range.length;
    if (!isHere || credential === undefined || connection === undefined) return [];
    const title = t('Move to the credentials of "{0}"', connection.title);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = asCommand(commandIds.moveToCredentials, title, { uri: document.uri.toString(), pointer });
    action.isPreferred = true;
    action.diagnostics = diagnostics.filter((one) => rangeAt(document, range).isEqual(one.range));
    return [action];
  });
}

async function actionOf(
  document: vscode.TextDocument,
  { title, edits, at }: QuickFix,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction> {
  const [{ editTexts }, { smallestReplacement }] = await Promise.all([
    import('../../../core/requests/editing/editTexts'),
    import('../../../core/requests/editing/editText'),
  ]);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const before = document.getText();
  const replacement = smallestReplacement(before, editTexts(before, edits));
  action.edit = new vscode.WorkspaceEdit();
  if (replacement !== undefined) {
    const range = rangeAt(document, replacement);
    action.edit.replace(document.uri, range, replacement.text);
  }
  const own = at && rangeAt(document, at);
  action.diagnostics = diagnostics.filter(({ range }) => own?.isEqual(range));
  return action;
}

function rangeAt(
  document: vscode.TextDocument,
  { offset, length }: { readonly offset: number; readonly length: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
