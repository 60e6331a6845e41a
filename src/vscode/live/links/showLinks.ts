import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../core/connections/connection';
import type { ProviderRegistry } from '../../../core/registry';
import { showInfo } from '../../shell/notices';
import { openAddress } from '../../shell/openAddress';
import { executeCommand } from '../../shell/runCommand';
import { waitingTimes } from '../../shell/waitingTimes';
import { minutesUntilOver } from '../signing/expiry';
import type { LinkShelf, ShelvedLink } from './linkShelf';

type LinkItem = vscode.QuickPickItem & { readonly shelved: ShelvedLink };

const linkButtons = () => ({
  copy: { iconPath: new vscode.ThemeIcon('copy'), tooltip: t('Copy Link') },
  embed: { iconPath: new vscode.ThemeIcon('preview'), tooltip: t('Preview Embedded Signing') },
  sign: { iconPath: new vscode.ThemeIcon('check'), tooltip: t('Sign as…') },
});

type LinkButtons = ReturnType<typeof linkButtons>;

/** All links that are alive; Enter opens one. Addresses are not shown: whoever sees one can sign. */
export async function showLinks(registry: ProviderRegistry, shelf: LinkShelf): Promise<void> {
  const links = shelf.alive(Date.now());
  if (links.length === 0) {
    await showInfo(
      t('No link of this window is alive. Take a step "Generate link" of a reply, or "Get Signing Link" in the tree.'),
    );
    return;
  }
  const buttons = linkButtons();
  const pick = vscode.window.createQuickPick<LinkItem>();
  pick.title = t('Signing Links That Are Alive');
  pick.ignoreFocusOut = true;
  pick.placeholder = t('Enter opens the page');
  pick.matchOnDescription = true;
  pick.items = links.map((shelved) => itemOf(registry, shelved, buttons));
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen !== undefined) void openAddress(chosen.shelved.link.url);
  });
  pick.onDidTriggerItemButton(({ item: { shelved }, button }) => {
    pick.hide();
    void take(shelved, button, buttons);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

async function take(
  { link, run, index }: ShelvedLink,
  button: vscode.QuickInputButton,
  { embed, sign }: LinkButtons,
): Promise<void> {
  if (button === embed) return executeCommand('esign.embedLink', { run, index });
  if (button === sign) return executeCommand('esign.signByLink', { run, index });
  await vscode.env.clipboard.writeText(link.url);
  vscode.window.setStatusBarMessage(t('Link copied'), waitingTimes.copiedMs);
}

function itemOf({ entries }: ProviderRegistry, shelved: ShelvedLink, { copy, embed, sign }: LinkButtons): LinkItem {
  const { link, provider, connection } = shelved;
  const title = entries.find(({ id }) => id === provider)?.title ?? provider;
  const life =
    link.expiresAt === undefined ? t('no known end') : t('{0} min left', minutesUntilOver(link.expiresAt - Date.now()));
  return {
    label: link.recipient ?? link.opens ?? t('Signing link'),
    description: [life, link.singleUse ? t('single use') : undefined, title, connection].filter(Boolean).join(' · '),
    buttons: connection === emulatorConnectionId ? [sign, embed, copy] : [embed, copy],
    shelved,
  };
}
