import * as vscode from 'vscode';
import type { Connection } from '../../core/connections/connection';
import type { VariablesFile } from '../../core/requests/references/variablesFile';
import { variablesFileName } from '../../core/requests/references/variablesFileName';
import { mergedRecords } from '../../core/typing/mergedRecords';
import type { Log } from '../shell/log';

/** What `{{name}}` stands for by the files of the workspace, as far as it is trusted. A connection's own come first. */
export class WorkspaceVariables implements vscode.Disposable {
  readonly #log: Log;
  readonly #disposables: vscode.Disposable[];
  #files: Promise<readonly VariablesFile[]> | undefined;
  #known: readonly VariablesFile[] = [];

  constructor(onChange: () => void, log: Log) {
    this.#log = log;
    const changed = () => {
      this.#files = undefined;
      onChange();
    };
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${variablesFileName}`);
    this.#disposables = [
      watcher,
      watcher.onDidCreate(changed),
      watcher.onDidChange(changed),
      watcher.onDidDelete(changed),
      vscode.workspace.onDidChangeWorkspaceFolders(changed),
      vscode.workspace.onDidGrantWorkspaceTrust(changed),
    ];
  }

  /** The files are read once, and anew when they change. */
  async ready(): Promise<void> {
    this.#files ??= this.#read();
    this.#known = await this.#files;
  }

  addedTo(connection: Connection): Connection {
    if (this.#known.length === 0) return connection;
    const found = this.#known.map(({ shared, byConnection }) => ({
      ...shared,
      ...(Object.hasOwn(byConnection, connection.id) ? byConnection[connection.id] : {}),
    }));
    return { ...connection, variables: mergedRecords([...found.reverse(), connection.variables]) };
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** The first folder that has a variable decides. */
  async #read(): Promise<readonly VariablesFile[]> {
    if (!vscode.workspace.isTrusted) return [];
    const folders = vscode.workspace.workspaceFolders ?? [];
    const files = await Promise.all(
      folders.map(({ uri }) => this.#readFile(vscode.Uri.joinPath(uri, variablesFileName))),
    );
    return files.filter((file) => file !== undefined);
  }

  async #readFile(uri: vscode.Uri): Promise<VariablesFile | undefined> {
    const bytes = await vscode.workspace.fs.readFile(uri).then(
      (read) => read,
      // Most folders have none.
      () => undefined,
    );
    if (bytes === undefined) return undefined;
    const { readVariablesFile } = await import('../../core/requests/references/variablesFile');
    const file = readVariablesFile(new TextDecoder().decode(bytes));
    for (const { message } of file.faults) this.#log.info(`${variablesFileName}: ${message}`);
    return file;
  }
}
