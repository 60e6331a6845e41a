import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HistoryEntry } from '../../../core/history/entry';
import { folderOf } from '../../sending/attachments';
import { columnBesideReply } from '../../shell/columnBesideReply';
import { newScenarioEnding } from '../../shell/ids';
import { showInfo } from '../../shell/notices';
import { untitledFile } from '../../shell/untitled/untitledFile';
import { writeUnsaved } from '../../shell/untitled/writeUnsaved';
import type { ScenarioServices } from '../scenarioServices';

/** Opens a new, unsaved scenario of these entries. */
export async function openRecording({ registry }: ScenarioServices, entries: readonly HistoryEntry[]): Promise<void> {
  const [{ recordScenario }, { emulatorSteps: control }, uri] = await Promise.all([
    import('../../../core/scenarios/recording/recordScenario'),
    import('../../../emulator/controlProvider'),
    untitledFile('Recorded', newScenarioEnding),
  ]);
  const { text, steps } = await recordScenario(entries, {
    provider: (id) => registry.provider(id),
    control,
    folder: folderOf(uri)?.toString(),
  });
  if (steps === 0) {
    await showInfo(t('There is nothing to make steps of: a step is a request that was answered, and no token alone.'));
    return;
  }
  const document = await writeUnsaved(uri, text);
  await vscode.window.showTextDocument(document, columnBesideReply());
}
