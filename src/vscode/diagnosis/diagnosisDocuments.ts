import * as vscode from 'vscode';
import { shownHost } from '../../core/addresses/webAddress';
import type { Diagnosis } from '../../core/diagnosis/diagnosis';
import { diagnosisText } from '../../core/diagnosis/diagnosisText';

/** Read-only documents: `esign-diagnosis:/<provider>/<connection>.txt`. */
const ownScheme = 'esign-diagnosis';

/** The last diagnosis of each connection. */
export class DiagnosisDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #scheme: string;
  readonly #registered: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(scheme = ownScheme) {
    this.#scheme = scheme;
    this.#registered = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.#texts.get(path) ?? 'This diagnosis is of another session: diagnose the connection again.';
  }

  async show(diagnosis: Diagnosis): Promise<void> {
    const name = `${diagnosis.connection} at ${shownHost(diagnosis.baseUrl)}`.replace(/[\\/]/g, '-');
    const uri = vscode.Uri.from({ scheme: this.#scheme, path: `/${diagnosis.provider}/Diagnosis of ${name}.txt` });
    this.#texts.set(uri.path, diagnosisText(diagnosis));
    this.#changed.fire(uri);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
