import * as vscode from 'vscode';
import { requestFileEnding } from '../../shell/ids';
import type { RequestServices } from '../requestServices';
import { isRequest } from '../requestTab';
import type { OpenRequests } from '../session/openRequests';

/** What `{{name}}` stands for, told where it stands; and the names there are, where one is begun. */
export function registerVariablesInText({ context }: RequestServices, requests: OpenRequests): void {
  const selector = { pattern: `**/*${requestFileEnding}` };
  context.subscriptions.push(
    vscode.languages.registerHoverProvider(selector, {
      provideHover: (document, position) => hoverAt(requests, document, position),
    }),
    vscode.languages.registerCompletionItemProvider(
      selector,
      { provideCompletionItems: (document, position) => namesAt(requests, document, position) },
      '{',
      '$',
    ),
  );
}

async function hoverAt(
  requests: OpenRequests,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const range = document.getWordRangeAtPosition(position, /\{\{[^{}"]{1,200}\}\}/);
  if (range === undefined || !isRequest(document.uri)) return undefined;
  const name = document.getText(range).slice(2, -2).trim();
  const [variables = {}, { describeReference }] = await Promise.all([
    variablesOf(requests, document),
    import('../../../core/requests/references/previewVariables'),
  ]);
  const told = describeReference(name, variables);
  if (told === undefined) return undefined;
  const text = new vscode.MarkdownString();
  // What a value holds is text, whatever it looks like.
  if (Object.hasOwn(variables, name)) text.appendCodeblock(told, 'text');
  else text.appendText(told);
  return new vscode.Hover(text, range);
}

async function namesAt(
  requests: OpenRequests,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  if (!isRequest(document.uri)) return [];
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const begun = /\{\{\s*([$\w.-]*)$/.exec(before)?.[1];
  if (begun === undefined) return [];
  const [variables = {}, { describeVariables }] = await Promise.all([
    variablesOf(requests, document),
    import('../../../core/requests/references/previewVariables'),
  ]);
  const range = new vscode.Range(position.translate(0, -begun.length), position);
  const isClosed = document.lineAt(position.line).text.slice(position.character).startsWith('}}');
  return describeVariables(variables).map(({ name, says }) => {
    const item = new vscode.CompletionItem({ label: name, description: says }, vscode.CompletionItemKind.Variable);
    item.insertText = isClosed ? name : `${name}}}`;
    item.range = range;
    return item;
  });
}

async function variablesOf(
  requests: OpenRequests,
  document: vscode.TextDocument,
): Promise<Readonly<Record<string, string>> | undefined> {
  const sessions = await requests.sessions();
  const state = await sessions.of(document).check();
  if (state.kind !== 'checked') return undefined;
  return state.connections.find(({ id }) => id === state.request.connection)?.variables;
}
