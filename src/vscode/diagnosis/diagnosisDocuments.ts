import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { shownHost } from '../../core/addresses/webAddress';
import type { Diagnosis } from '../../core/diagnosis/diagnosis';
import { diagnosisText } from '../../core/diagnosis/diagnosisText';
import { oneLine } from '../../core/quoting/oneLine';

/** Read-only documents: `esign-diagnosis:/<provider>/<connection>.txt`. */
const ownScheme = 'esign-diagnosis';

const key = 'esign.diagnoses';
const mostKept = 20;

interface KeptDiagnosis {
  readonly path: string;
  readonly text: string;
}

/** The last diagnosis of each connection. Outlives a reload of the window, and holds no secret. */
export class DiagnosisDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #scheme: string;
  readonly #registered: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor({ workspaceState }: Pick<vscode.ExtensionContext, 'workspaceState'>, scheme = ownScheme) {
    this.#state = workspaceState;
    this.#scheme = scheme;
    this.#registered = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    const kept = this.#kept().find((one) => one.path === path);
    return kept?.text ?? t('This diagnosis is not kept any more: diagnose the connection again.');
  }

  async show(diagnosis: Diagnosis): Promise<void> {
    const { title, baseUrl } = diagnosis;
    const name = t('Diagnosis of {0} at {1}', oneLine(title), shownHost(baseUrl)).replace(/[\\/]/g, '-');
    const uri = vscode.Uri.from({
      scheme: this.#scheme,
      path: `/${diagnosis.provider}/${name}.txt`,
    });
    const others = this.#kept().filter(({ path }) => path !== uri.path);
    await this.#state.update(key, [{ path: uri.path, text: diagnosisText(diagnosis) }, ...others].slice(0, mostKept));
    this.#changed.fire(uri);
    // One comes back to it: what is opened next does not take its place.
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  }

  #kept(): readonly KeptDiagnosis[] {
    return this.#state.get<readonly KeptDiagnosis[]>(key, []);
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
