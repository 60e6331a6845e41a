import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../core/registry';
import { columnBesideReply } from '../shell/columnBesideReply';
import { newScenarioEnding } from '../shell/ids';
import { showInfo } from '../shell/notices';
import { untitledFile } from '../shell/untitled/untitledFile';
import { writeUnsaved } from '../shell/untitled/writeUnsaved';
import type { InboxEvent } from './inbox';

/** Opens a new, unsaved scenario that waits for an event like this one. */
export async function scenarioOfEvent(registry: ProviderRegistry, { call, examined }: InboxEvent): Promise<void> {
  const { provider, event, document } = examined;
  if (provider === null || event === null) {
    void showInfo(t('Nobody knows whose event this is, so no step can wait for it.'));
    return;
  }
  const [{ eventScenario }, { listDeliveries }, uri] = await Promise.all([
    import('../../core/scenarios/recording/eventScenario'),
    import('../../emulator/controlCalls/deliveryCalls'),
    untitledFile('Event', newScenarioEnding),
  ]);
  const title = registry.entries.find(({ id }) => id === provider)?.title ?? provider;
  const about = { provider, title, event, document, body: call.body, lists: listDeliveries.id };
  const opened = await writeUnsaved(uri, eventScenario(about));
  await vscode.window.showTextDocument(opened, columnBesideReply());
}
