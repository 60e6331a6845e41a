import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ForeignCollection } from '../../core/portable/importing/foreignCall';
import { importRequests } from '../../core/portable/importing/importRequests';
import { importText, type PlannedFile, plannedFiles } from '../../core/portable/importing/plannedFiles';
import { readForeign } from '../../core/portable/importing/readForeign';
import type { KnownBase } from '../../core/portable/importing/recogniseCall';
import type { Provider } from '../../core/provider';
import { decodeRequestFile } from '../../core/requests/decodeRequestFile';
import { foreignNames } from '../../core/requests/foreignText';
import { showPick } from '../shell/asking/boxes';
import { showInfo } from '../shell/notices';
import type { PortableServices } from './portableServices';
import { writeNewFiles } from './writeNewFiles';

/** Makes requests of what other tools wrote: a preview says which and what is left out, then files are written. */
export async function importForeign(services: PortableServices, previews: ImportPreviews): Promise<void> {
  const texts = await pickTexts();
  if (texts === undefined) return;
  const read = await Promise.all(texts.map(readForeign));
  const collections: readonly ForeignCollection[] = read.flatMap((one) =>
    one.kind === 'read' ? [one.collection] : [],
  );
  if (collections.length === 0) {
    const what = read.flatMap((one) => (one.kind === 'notRead' && one.what !== undefined ? [one.what] : []))[0];
    const said =
      what === undefined
        ? t('Nothing was recognised.')
        : t('Nothing was recognised: this is {0}.', foreignNames()[what]);
    const possible = t(
      'HAR, cURL, Postman collections and environments, .http files, and requests of Bruno can be imported.',
    );
    await showInfo(`${said} ${possible}`);
    return;
  }
  const providers = await services.registry.all();
  const report = importRequests(providers, collections, await basesOf(services, providers));
  const files = plannedFiles(report.requests);
  // The list of requests opens over the first lines.
  await previews.show(`# ${t('Import Requests')}\n\n${importText(files, report)}`);
  const picked = files.length === 0 ? undefined : await pickRequests(files, report.leftOut.length);
  if (picked === undefined || picked.length === 0) return;
  await writeNewFiles(
    picked.map(({ imported }) => ({ title: imported.title, text: imported.text })),
    t('Where should the requests go?'),
  );
}

async function pickTexts(): Promise<readonly string[] | undefined> {
  const items = [
    { label: t('From Files…'), description: t('HAR, Postman, .http, Bruno, scripts with cURL'), isClipboard: false },
    { label: t('From the Clipboard'), description: t('such as a cURL command'), isClipboard: true },
  ];
  const from = await showPick(items, { title: t('Import Requests') });
  if (from === undefined) return undefined;
  if (from.isClipboard) return [await vscode.env.clipboard.readText()];
  const files = await vscode.window.showOpenDialog({
    title: t('Import Requests'),
    canSelectMany: true,
    openLabel: t('Import'),
  });
  if (files === undefined) return undefined;
  const contents = await Promise.all(files.map((file) => vscode.workspace.fs.readFile(file)));
  return contents.map((bytes) => {
    const decoded = decodeRequestFile(bytes);
    return decoded.kind === 'text' ? decoded.text : '';
  });
}

/** Addresses of the user's own, such as those of a proxy. */
async function basesOf(
  { connections }: PortableServices,
  providers: readonly Provider[],
): Promise<readonly KnownBase[]> {
  const lists = await Promise.all(providers.map((provider) => connections.list(provider)));
  return lists.flat().map(({ id, provider, baseUrl }) => ({ provider, connection: id, baseUrl }));
}

async function pickRequests(
  files: readonly PlannedFile[],
  leftOut: number,
): Promise<readonly PlannedFile[] | undefined> {
  const items = files.map((file) => ({
    label: file.imported.title,
    description: t('{0}, connection {1}', file.imported.provider.title, file.imported.request.connection),
    picked: true,
    file,
  }));
  const picked = await showPick(items, {
    title: t('Import Requests'),
    placeHolder:
      leftOut === 0
        ? t('Which requests should be written?')
        : t('Which requests should be written? What is left out ({0}) stands in the preview.', leftOut),
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.map(({ file }) => file);
}

/** A document that only shows: what came of the last import. */
export class ImportPreviews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #uri = vscode.Uri.from({ scheme: importPreviewScheme, path: '/Import.md' });
  #text = '';

  readonly onDidChange = this.#changed.event;

  async show(text: string): Promise<void> {
    this.#text = text;
    this.#changed.fire(this.#uri);
    await vscode.window.showTextDocument(this.#uri, { preview: true, preserveFocus: true });
  }

  provideTextDocumentContent(): string {
    return this.#text;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

export const importPreviewScheme = 'esign-import';
