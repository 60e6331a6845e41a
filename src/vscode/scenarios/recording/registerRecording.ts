import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HistoryEntry, HistoryStore, OpenHistory } from '../../../core/history/entry';
import type { Emulators } from '../../emulator/emulators';
import { heldEntries } from '../../history/heldEntries';
import { recordedOperation } from '../../sending/recordedRun';
import { showPick } from '../../shell/asking/boxes';
import { commandIds } from '../../shell/contributions/commandIds';
import type { EntryHolder } from '../../shell/contributions/tables/historyCommands';
import { showInfo } from '../../shell/notices';
import { registerCommand } from '../../shell/runCommand';
import { settingId } from '../../shell/settings/settings';
import type { ScenarioServices } from '../scenarioServices';
import { EmulatorActs } from './emulatorActs';
import { ScenarioRecorder } from './scenarioRecorder';

export interface RecordingServices extends ScenarioServices {
  readonly history: OpenHistory;
  readonly emulators: Emulators;
}

/** Scenarios that are made of what was sent: from now on, or before. */
export function registerRecording(services: RecordingServices): void {
  const recorder = new ScenarioRecorder(services);
  const acts = new EmulatorActs(services);
  services.context.subscriptions.push(recorder, acts);
  registerCommand(services, commandIds.scenario.record, async () => {
    recorder.start();
    if (services.emulators.attached) await showInfo(attachedText());
  });
  registerCommand(services, commandIds.scenario.stopRecording, async () => {
    acts.flush();
    await services.sender.recorded();
    const entries = recorder.stop();
    if (entries === undefined) return;
    await (entries.length === 0 ? showInfo(emptyText()) : openRecording(services, entries));
  });
  registerCommand(services, commandIds.history.saveAsScenario, (node, selected) => save(services, node, selected));
}

const attachedText = () =>
  t(
    'Recording. The emulator is of another window or program, so what is signed on its pages is not recorded: stop it there and start it here to have that, too.',
  );
const emptyText = () => t('Nothing was recorded: no request was sent, and nothing was done on a page of the emulator.');

/** What makes scenarios is loaded with the first one. */
async function openRecording(services: RecordingServices, entries: readonly HistoryEntry[]): Promise<void> {
  await (await import('./openRecording')).openRecording(services, entries);
}

async function save(
  services: RecordingServices,
  node: EntryHolder | undefined,
  selected: readonly EntryHolder[] | undefined,
): Promise<void> {
  const store = await services.history();
  if (store === undefined) {
    await showInfo(
      t(
        'The history is switched off (setting "{0}"). Run "E-Sign: Record Scenario" instead.',
        settingId('history.enabled'),
      ),
    );
    return;
  }
  const held = heldEntries(node, selected);
  const ids = held.length > 0 ? held : await askForEntries(services, store);
  if (ids === undefined || ids.length === 0) return;
  const found = await Promise.all(ids.map((id) => store.get(id)));
  await openRecording(
    services,
    found.filter((entry): entry is HistoryEntry => entry !== undefined),
  );
}

const mostOffered = 100;

/** From the command palette. */
async function askForEntries(
  { registry }: RecordingServices,
  store: HistoryStore,
): Promise<readonly string[] | undefined> {
  const { entries } = await store.list(mostOffered);
  if (entries.length === 0) {
    await showInfo(t('The history is empty. Send a request first.'));
    return undefined;
  }
  const items = entries.map(async ({ id, operation, status, sentAt, connection }) => ({
    id,
    label: (await recordedOperation(registry, operation))?.operation.title ?? operation,
    description: [status ?? t('no reply'), new Date(sentAt).toLocaleString(vscode.env.language), connection].join(
      ' · ',
    ),
  }));
  const options = { title: t('Save as Scenario'), placeHolder: t('Which requests?'), canPickMany: true } as const;
  return (await showPick(Promise.all(items), options))?.map(({ id }) => id);
}
