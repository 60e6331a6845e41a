import * as vscode from 'vscode';
import type { RequestFile } from '../../core/requests/requestFile';
import { columnBesideReply } from '../shell/columnBesideReply';
import { commandIds } from '../shell/contributions/commandIds';
import { requestEditor } from '../shell/ids';
import { executeCommand, registerCommand } from '../shell/runCommand';
import { targetOf } from '../shell/treeTarget';
import { showConnectionStatus } from './connectionStatus';
import { LastOutcomes } from './files/lastOutcomes';
import { registerRequestFiles } from './files/registerRequestFiles';
import { UnheardForms } from './form/unheardForms';
import { newRequest } from './newRequest';
import { rememberOperation } from './recentOperations';
import { reopenActive } from './reopenActive';
import type { RequestServices } from './requestServices';
import { activeRequest } from './requestTab';
import { showRestoredTextsAsForms } from './restoredTexts';
import { openScratch, scratchFile } from './scratch/openScratch';
import { registerScratch } from './scratch/registerScratch';
import { sendActive } from './sendActive';
import { OpenRequests } from './session/openRequests';
import { registerAddVariable } from './text/addUnknownVariable';
import { registerDiagnostics } from './text/diagnostics';
import { registerMendText } from './text/mendText';
import { registerMoveToCredentials } from './text/moveToCredentials';
import { registerQuickFixes } from './text/quickFixActions';
import { registerRequestLenses } from './text/registerRequestLenses';
import { registerVariablesFileMarks } from './text/variablesFileMarks';
import { registerVariablesInText } from './text/variablesInText';
import { translateActive } from './translation/translateActive';
import { registerUseInRequest } from './using/registerUseInRequest';

/** The form as an editor of `*.esign.json`; dirty state, undo, save and hot exit are VS Code's own. */
export function registerRequests(services: RequestServices): void {
  const outcomes = new LastOutcomes(services.context.workspaceState);
  services.context.subscriptions.push(outcomes);
  const requests = new OpenRequests(services, ({ uri, run }) => outcomes.record(uri, run));
  const unheard = new UnheardForms((error) => services.log.error('A form could not be opened anew.', error));
  services.context.subscriptions.push(unheard);
  const provider: vscode.CustomTextEditorProvider = {
    resolveCustomTextEditor: (document, panel) => {
      unheard.heard(document.uri);
      return requests.showForm(document, panel);
    },
  };
  services.context.subscriptions.push(vscode.window.registerCustomEditorProvider(requestEditor, provider));
  registerCommand(services, commandIds.newRequest, (node) => newRequest(services, targetOf(node)));
  registerCommand(services, commandIds.openRequest, (request) => openRequest(services, request));
  registerCommand(services, commandIds.openAsText, () => reopenActive('default'));
  registerCommand(services, commandIds.openAsForm, () => reopenActive(requestEditor));
  registerCommand(services, commandIds.openTextBeside, () => openTextBeside(requests));
  registerCommand(services, commandIds.translate, () => translateActive(services, requests));
  registerCommand(services, commandIds.send, () => sendActive(requests, false));
  registerCommand(services, commandIds.sendAnyway, () => sendActive(requests, true));
  registerCommand(services, commandIds.fillWithExamples, async () =>
    (await import('./testData')).fillWithExamples(requests),
  );
  registerCommand(services, commandIds.addMadeUpSigners, async () =>
    (await import('./testData')).addMadeUpSigners(requests),
  );
  registerCommand(services, commandIds.switchConnection, async () =>
    (await import('./switchConnection')).switchConnection(services, requests),
  );
  registerCommand(services, commandIds.switchAllConnections, async () =>
    (await import('./switchConnection')).switchAllConnections(services, requests),
  );
  registerUseInRequest(services, requests);
  registerDiagnostics(services, requests);
  registerQuickFixes(services, requests);
  registerRequestLenses(services, requests, outcomes);
  registerRequestFiles(services, requests, outcomes);
  showConnectionStatus(services, requests);
  registerMendText(services.context);
  registerMoveToCredentials(services, requests);
  registerAddVariable(services);
  registerVariablesInText(services, requests);
  registerVariablesFileMarks(services.context);
  registerScratch(services);
  showRestoredTextsAsForms(services);
}

async function openTextBeside(requests: OpenRequests): Promise<void> {
  const active = activeRequest();
  if (active !== undefined) await requests.formOf(active.uri)?.openTextBeside();
}

/** Opens a new request in the form. Without a request, a question leads to one. */
async function openRequest({ registry, context }: RequestServices, request: RequestFile | undefined): Promise<void> {
  if (request === undefined) {
    await executeCommand(commandIds.newRequest);
    return;
  }
  const found = await registry.operation(request.operation);
  await rememberOperation(context, request.operation);
  await openScratch(scratchFile(found?.operation.title ?? request.operation), request, columnBesideReply());
}
