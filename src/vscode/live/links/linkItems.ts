import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../core/connections/connection';
import { lifeText } from '../../../core/replies/lifeText';
import { connectionTitle } from '../../connections/connectionTitle';
import type { LiveServices } from '../liveServices';
import type { ShelvedLink } from './shelvedLink';

export type LinkAct = 'sign' | 'embed' | 'copy' | 'renew' | 'show';

interface LinkButton extends vscode.QuickInputButton {
  readonly act: LinkAct;
}

export interface LinkItem extends vscode.QuickPickItem {
  readonly shelved: ShelvedLink;
  readonly buttons: readonly LinkButton[];
}

/** A row of the list of links. Addresses are not shown: whoever sees one can sign. */
export function linkItem(
  { registry, connections }: Pick<LiveServices, 'registry' | 'connections'>,
  shelved: ShelvedLink,
  now: number,
): LinkItem {
  const { link, provider, connection, title } = shelved;
  const api = registry.entries.find(({ id }) => id === provider)?.title ?? provider;
  const life = lifeText(link.expiresAt === undefined ? undefined : link.expiresAt - now);
  const account = connectionTitle(connections, provider, connection);
  const words = [title, life, link.singleUse ? t('single use') : undefined, api, account];
  return {
    label: link.recipient ?? link.opens ?? t('Signing link'),
    description: words.filter(Boolean).join(' · '),
    iconPath: new vscode.ThemeIcon(link.opens === undefined ? 'person' : 'link-external'),
    buttons: buttonsOf(shelved),
    shelved,
  };
}

function buttonsOf({ link, connection }: ShelvedLink): readonly LinkButton[] {
  const isSigning = link.opens === undefined;
  const wearsOut = link.expiresAt !== undefined || link.singleUse === true;
  return [
    ...(isSigning && connection === emulatorConnectionId ? [button('sign', 'check', t('Sign as…'))] : []),
    ...(isSigning ? [button('embed', 'preview', t('Preview Embedded Signing'))] : []),
    button('show', 'device-mobile', t('Show Its Reply, with a QR Code')),
    ...(wearsOut ? [button('renew', 'refresh', t('Make a New One'))] : []),
    button('copy', 'copy', t('Copy Link')),
  ];
}

function button(act: LinkAct, icon: string, tooltip: string): LinkButton {
  return { act, iconPath: new vscode.ThemeIcon(icon), tooltip };
}
