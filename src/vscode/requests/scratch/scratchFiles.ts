import * as vscode from 'vscode';
import { requestFileEnding } from '../../shell/ids';

/** `esign-scratch:/k3f9a2xw/Create embedded invites.esign.json`: a folder of its own for each, so that names may be alike. */
const folderName = /^[a-z0-9]{8}$/;

/** Requests that were made and not saved, in the storage of the extension: nobody is asked about them when they are closed. */
export class ScratchFiles implements vscode.FileSystemProvider {
  readonly #home: vscode.Uri;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(home: vscode.Uri) {
    this.#home = home;
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return vscode.workspace.fs.stat(this.#placeOf(uri));
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(this.#placeOf(uri));
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await vscode.workspace.fs.writeFile(this.#placeOf(uri), content);
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(this.#placeOf(uri), '..'), { recursive: true });
  }

  /** Folders are made with what they hold. */
  async createDirectory(): Promise<void> {}

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  /** Takes away what was last written long ago, unless it is open. */
  async sweep(writtenBefore: number, isOpen: (folder: string) => boolean): Promise<void> {
    const entries = await vscode.workspace.fs.readDirectory(this.#home).then(undefined, () => []);
    for (const [folder] of entries.filter(([name]) => folderName.test(name) && !isOpen(name))) {
      const place = vscode.Uri.joinPath(this.#home, folder);
      const [file] = (await vscode.workspace.fs.readDirectory(place))[0] ?? [];
      const written = file === undefined ? 0 : (await vscode.workspace.fs.stat(vscode.Uri.joinPath(place, file))).mtime;
      if (written < writtenBefore) await vscode.workspace.fs.delete(place, { recursive: true });
    }
  }

  #placeOf(uri: vscode.Uri): vscode.Uri {
    const [empty, folder = '', name = '', ...more] = uri.path.split('/');
    const isOne = empty === '' && folderName.test(folder) && name.endsWith(requestFileEnding) && !name.includes('\\');
    if (!isOne || more.length > 0) throw vscode.FileSystemError.FileNotFound(uri);
    return vscode.Uri.joinPath(this.#home, folder, name);
  }
}
