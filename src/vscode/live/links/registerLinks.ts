import { t } from '@vscode/l10n';
import { emulatorConnectionId } from '../../../core/connections/connection';
import type { EmulatorAct } from '../../emulator/emulators';
import { commandIds } from '../../shell/contributions/commandIds';
import type { LinkOfRun } from '../../shell/contributions/tables/liveCommands';
import { registerCommand } from '../../shell/runCommand';
import type { LiveServices } from '../liveServices';
import { LinkShelf } from './linkShelf';

/** The links of replies: all that are alive, and one of them as it would be embedded. */
export function registerLinks(services: LiveServices): void {
  const shelf = new LinkShelf(services);
  const passTime = (act: EmulatorAct) => (act.kind === 'advanced' ? services.replies.passTime(act.minutes) : undefined);
  services.context.subscriptions.push(
    shelf,
    services.emulators.onDidAct(passTime),
    shelf.onDidUse(({ run, index }) => services.replies.useLink(run, index)),
  );
  const show = async () => (await import('./showLinks')).showLinks(services, shelf);
  registerCommand(services, commandIds.showLinks, show);
  registerCommand(services, commandIds.embedLink, (link) => (link === undefined ? show() : embed(services, link)));
}

async function embed(services: LiveServices, { run: id, index }: LinkOfRun): Promise<void> {
  const found = await services.replies.find(id);
  const link = found?.run.outcome.kind === 'replied' ? found.run.outcome.reading.links[index] : undefined;
  if (found === undefined || link === undefined) return;
  const { embedLink } = await import('../embedding/embedLink');
  const isOfEmulator = found.run.request.connection === emulatorConnectionId;
  const title = link.recipient ?? link.opens ?? t('Signing link');
  await embedLink(services, { link: link.url, title, provider: isOfEmulator ? found.provider.id : undefined });
}
