import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { replayRequest } from '../../sending/replayRequest';
import { commandIds } from '../../shell/contributions/commandIds';
import { showInfo } from '../../shell/notices';
import { openAddress } from '../../shell/openAddress';
import { executeCommand } from '../../shell/runCommand';
import { waitingTimes } from '../../shell/waitingTimes';
import type { LiveServices } from '../liveServices';
import { type LinkAct, type LinkItem, linkItem } from './linkItems';
import type { LinkShelf } from './linkShelf';
import type { ShelvedLink } from './shelvedLink';

/** All links that are alive; Enter opens one. What is used or over while it is open leaves it. */
export async function showLinks(services: LiveServices, shelf: LinkShelf): Promise<void> {
  const links = () => shelf.alive(Date.now()).map((shelved) => linkItem(services, shelved, Date.now()));
  if (links().length === 0) {
    await showInfo(
      t('No link of this window is alive. Take a step "Generate link" of a reply, or "Get Signing Link" in the tree.'),
    );
    return;
  }
  const pick = vscode.window.createQuickPick<LinkItem>();
  pick.title = t('Signing Links That Are Alive');
  pick.ignoreFocusOut = true;
  pick.placeholder = t('Enter opens the page');
  pick.matchOnDescription = true;
  pick.keepScrollPosition = true;
  const draw = () => redraw(pick, links());
  draw();
  const listening = [shelf.onDidChange(draw), ticking(draw)];
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen !== undefined) void openAddress(chosen.shelved.link.url);
  });
  pick.onDidTriggerItemButton(({ item, button }) => {
    pick.hide();
    const { act } = item.buttons.find((one) => one === button) ?? {};
    if (act !== undefined) void take(services, item.shelved, act);
  });
  pick.onDidHide(() => {
    for (const one of [...listening, pick]) one.dispose();
  });
  pick.show();
}

/** Only when something reads otherwise: rows that are drawn anew lose the pointer over their buttons. */
function redraw(pick: vscode.QuickPick<LinkItem>, items: readonly LinkItem[]): void {
  const textOf = (all: readonly LinkItem[]) =>
    all.map(({ shelved, description }) => `${shelved.link.url} ${description}`);
  if (textOf(items).join('\n') === textOf(pick.items).join('\n')) return;
  const active = pick.activeItems.map(({ shelved }) => shelved.link.url);
  pick.items = items;
  // Without one of these the first is chosen.
  const still = items.filter(({ shelved }) => active.includes(shelved.link.url));
  if (still.length > 0) pick.activeItems = still;
}

function ticking(draw: () => void): vscode.Disposable {
  const timer = setInterval(draw, waitingTimes.linkClockMs);
  return { dispose: () => clearInterval(timer) };
}

async function take(services: LiveServices, { link, run: id, index }: ShelvedLink, act: LinkAct): Promise<void> {
  switch (act) {
    case 'embed':
      return executeCommand(commandIds.embedLink, { run: id, index });
    case 'sign':
      return executeCommand(commandIds.signByLink, { run: id, index });
    case 'copy':
      await vscode.env.clipboard.writeText(link.url);
      return void vscode.window.setStatusBarMessage(t('Link copied'), waitingTimes.copiedMs);
    case 'show':
    case 'renew': {
      const { replies } = services;
      const found = await replies.find(id);
      if (found === undefined)
        return void (await showInfo(t('The reply that brought this link is not kept any more.')));
      if (act === 'renew') return replayRequest(services, found.run);
      return (await replies.panel()).show(found);
    }
  }
}
