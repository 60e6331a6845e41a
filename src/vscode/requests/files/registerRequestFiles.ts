import * as vscode from 'vscode';
import { commandIds } from '../../shell/contributions/commandIds';
import type { RequestRow } from '../../shell/contributions/tables/requestCommands';
import { requestFileGlob, views } from '../../shell/ids';
import { registerCommand } from '../../shell/runCommand';
import { waitingTimes } from '../../shell/waitingTimes';
import type { RequestServices } from '../requestServices';
import { activeRequest } from '../requestTab';
import type { OpenRequests } from '../session/openRequests';
import type { RequestNode } from './fileNodes';
import type { LastOutcomes } from './lastOutcomes';
import { RequestFilesTree } from './requestFilesTree';
import { sendFile } from './sendFile';

/** The view of request files, and what is done with one that need not be open. */
export function registerRequestFiles(services: RequestServices, requests: OpenRequests, outcomes: LastOutcomes): void {
  const tree = new RequestFilesTree(services.registry, outcomes);
  const view = vscode.window.createTreeView(views.requests, {
    treeDataProvider: tree,
    showCollapseAll: true,
    dragAndDropController: dragsFiles,
  });
  const watcher = vscode.workspace.createFileSystemWatcher(requestFileGlob);
  const refresh = (): void => tree.refreshSoon();
  const times = setInterval(() => view.visible && tree.repaint(), waitingTimes.agoMs);
  services.context.subscriptions.push(
    tree,
    view,
    watcher,
    new vscode.Disposable(() => clearInterval(times)),
    watcher.onDidCreate(refresh),
    watcher.onDidChange(refresh),
    watcher.onDidDelete(refresh),
    vscode.workspace.onDidChangeWorkspaceFolders(refresh),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) void outcomes.moved(oldUri, newUri);
    }),
    outcomes.onDidChange(() => tree.repaint()),
  );
  registerCommand(services, commandIds.sendFile, (file) => sendFile(requests, uriOf(file)));
  registerCommand(services, commandIds.requests.openAsText, async (file) => {
    const uri = uriOf(file);
    if (uri !== undefined) await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
  });
  registerCommand(services, commandIds.requests.reveal, async (file) => {
    const uri = uriOf(file) ?? activeRequest()?.uri;
    if (uri !== undefined) await vscode.commands.executeCommand('revealInExplorer', uri);
  });
  registerCommand(services, commandIds.requests.refresh, refresh);
}

/** Into an editor or the terminal, as from the explorer. */
const dragsFiles: vscode.TreeDragAndDropController<RequestNode> = {
  dragMimeTypes: ['text/uri-list'],
  dropMimeTypes: [],
  handleDrag: (nodes, data) => {
    const list = nodes.map(({ uri }) => uri.toString()).join('\r\n');
    data.set('text/uri-list', new vscode.DataTransferItem(list));
  },
};

function uriOf(file: vscode.Uri | RequestRow | undefined): vscode.Uri | undefined {
  return file instanceof vscode.Uri ? file : file?.uri;
}
