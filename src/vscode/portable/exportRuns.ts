import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HistoryStore } from '../../core/history/entry';
import type { HistoryFilter } from '../../core/history/listing/lens';
import {
  curlScript,
  type ExportedRun,
  harText,
  requestText,
  runFormats,
} from '../../core/portable/exporting/exportRuns';
import { isEmulatorAct } from '../sending/recordedRun';
import { showPick } from '../shell/asking/boxes';
import { showInfo } from '../shell/notices';
import type { PortableServices } from './portableServices';
import { writeNewFiles } from './writeNewFiles';

/** Writes runs of the history for other tools: those of the ids, without any the newest that the view's filter lets through. */
export async function exportRuns(
  services: PortableServices,
  ids: readonly string[],
  filter: HistoryFilter,
): Promise<void> {
  const store = await services.history();
  const wanted = ids.length > 0 ? { ids, isCut: false } : await filteredIds(store, filter);
  const runs = store === undefined ? [] : await runsOf(services, store, wanted.ids);
  if (runs.length === 0) {
    await showInfo(t('There is no run of a request to export.'));
    return;
  }
  const isPart = ids.length === 0 && Object.keys(filter).length > 0;
  const items = runFormats().map((format) => ({ format, label: format.title, description: format.detail }));
  const title = exportTitle(runs.length, wanted.isCut, isPart);
  const picked = await showPick(items, { title, placeHolder: t('In which form?') });
  if (picked === undefined) return;
  const { id, ending } = picked.format;
  if (id === 'requests') return exportRequests(runs);
  const target = await vscode.window.showSaveDialog({ title, defaultUri: placeFor(`esign-runs${ending}`) });
  if (target === undefined) return;
  const version: unknown = services.context.extension.packageJSON.version;
  const text = id === 'har' ? harText(runs, { name: 'E-Sign Workbench', version: String(version) }) : curlScript(runs);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await showInfo(writtenText(runs.length, target.path.replace(/^.*\//, '')));
}

/** They are written in one piece. */
const mostExported = 1000;

async function filteredIds(store: HistoryStore | undefined, filter: HistoryFilter) {
  const found = (await store?.list(mostExported + 1, { query: filter }))?.entries ?? [];
  return { ids: found.slice(0, mostExported).map(({ id }) => id), isCut: found.length > mostExported };
}

async function runsOf(
  { registry }: PortableServices,
  store: HistoryStore,
  ids: readonly string[],
): Promise<readonly ExportedRun[]> {
  const entries = await Promise.all(ids.map((id) => store.get(id)));
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
  await writeNewFiles(files, t('Where should the requests go?'));
}

function placeFor(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? vscode.Uri.file(name) : vscode.Uri.joinPath(folder, name);
}

/** Those that are cut are many. */
function exportTitle(count: number, isCut: boolean, isPart: boolean): string {
  if (isCut) {
    return isPart
      ? t('Export the newest {0} runs that the filter shows, secrets masked', count)
      : t('Export the newest {0} runs, secrets masked', count);
  }
  if (isPart) {
    return count === 1
      ? t('Export 1 run that the filter shows, secrets masked')
      : t('Export {0} runs that the filter shows, secrets masked', count);
  }
  return count === 1 ? t('Export 1 run, secrets masked') : t('Export {0} runs, secrets masked', count);
}

function writtenText(count: number, file: string): string {
  return count === 1
    ? t('1 run written to {0}. Secrets are masked as they are kept.', file)
    : t('{0} runs written to {1}. Secrets are masked as they are kept.', count, file);
}
