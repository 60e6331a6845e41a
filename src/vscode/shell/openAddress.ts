import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { isWebAddress } from '../../core/addresses/webAddress';
import { showWarning } from './notices';

/** Only web addresses are opened, whatever a reply names. */
export async function openAddress(address: string): Promise<void> {
  if (!isWebAddress(address)) {
    void showWarning(t('Not opened, since it is no web address: {0}', address.slice(0, 200)));
    return;
  }
  // As text: a Uri would lose which parts of the query were encoded, and with them the link.
  await vscode.env.openExternal(address as unknown as vscode.Uri);
}
