import * as vscode from 'vscode';
import type { HistoryStore } from '../../core/history/entry';
import {
  curlScript,
  type ExportedRun,
  harText,
  requestText,
  runFormats,
} from '../../core/portable/exporting/exportRuns';
import { isEmulatorAct } from '../sending/recordedRun';
import { showInfo } from '../shell/notices';
import type { PortableServices } from './portableServices';
import { writeNewFiles } from './writeNewFiles';

/** Writes runs of the history for other tools: those of the ids, the newest of all without any. */
export async function exportRuns(services: PortableServices, ids: readonly string[]): Promise<void> {
  const store = await services.history();
  const runs = store === undefined ? [] : await runsOf(services, store, ids);
  if (runs.length === 0) {
    await showInfo('There is no run of a request to export.');
    return;
  }
  const count = runs.length === 1 ? '1 run' : `${runs.length} runs`;
  const items = runFormats.map((format) => ({ format, label: format.title, description: format.detail }));
  const title = `Export ${count}, secrets masked`;
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: 'In which form?' });
  if (picked === undefined) return;
  const { id, ending } = picked.format;
  if (id === 'requests') return exportRequests(runs);
  const target = await vscode.window.showSaveDialog({ title, defaultUri: placeFor(`esign-runs${ending}`) });
  if (target === undefined) return;
  const version: unknown = services.context.extension.packageJSON.version;
  const text = id === 'har' ? harText(runs, { name: 'E-Sign Workbench', version: String(version) }) : curlScript(runs);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await showInfo(`${count} written to ${target.path.replace(/^.*\//, '')}. Secrets are masked as they are kept.`);
}

const mostExported = 200;

async function runsOf(
  { registry }: PortableServices,
  store: HistoryStore,
  ids: readonly string[],
): Promise<readonly ExportedRun[]> {
  const wanted = ids.length > 0 ? ids : (await store.list(mostExported)).entries.map(({ id }) => id);
  const entries = await Promise.all(wanted.map((id) => store.get(id)));
  const sent = entries.filter((entry) => entry?.sent !== undefined && !isEmulatorAct(entry.operation));
  return Promise.all(
    sent.flatMap((entry) =>
      entry === undefined
        ? []
        : [registry.operation(entry.operation).then((found) => ({ entry, operation: found?.operation }))],
    ),
  );
}

async function exportRequests(runs: readonly ExportedRun[]): Promise<void> {
  const files = runs.map((run) => {
    const title = run.operation?.title ?? run.entry.operation;
    return { title, text: requestText(run) };
  });
  await writeNewFiles(files, 'Where should the requests go?');
}

function placeFor(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? vscode.Uri.file(name) : vscode.Uri.joinPath(folder, name);
}
