import { t } from '@vscode/l10n';
import { emulatorConnectionId } from '../../../core/connections/connection';
import { pickDocument } from '../../documents/pickDocument';
import { commandIds } from '../../shell/contributions/commandIds';
import { showInfo } from '../../shell/notices';
import { registerCommand } from '../../shell/runCommand';
import { targetOf } from '../../shell/treeTarget';
import type { LiveServices } from '../liveServices';
import type { DocumentWatches } from './documentWatches';

/** Documents of real connections are looked at when somebody asks for it: what looks is loaded with the first one. */
export function registerWatching(services: LiveServices): void {
  let opened: Promise<DocumentWatches> | undefined;
  const watches = (): Promise<DocumentWatches> => {
    opened ??= import('./documentWatches').then(({ DocumentWatches: Watches }) => {
      const all = new Watches(services);
      services.context.subscriptions.push(all);
      return all;
    });
    return opened;
  };
  registerCommand(services, commandIds.watchDocument, async (node) => {
    const target = await pickDocument(services, targetOf(node));
    if (target === undefined) return;
    if (target.connection === emulatorConnectionId) {
      await showInfo(t('Documents of the emulator are followed by themselves.'));
      return;
    }
    await (await watches()).start(target);
  });
  registerCommand(services, commandIds.stopWatching, async () => {
    if (opened === undefined) await showInfo(t('No document is watched.'));
    else await (await opened).stopOne();
  });
}
