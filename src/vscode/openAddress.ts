import * as vscode from 'vscode';

/** Only web addresses are opened, whatever a reply names. */
export async function openAddress(address: string): Promise<void> {
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  if (!isWeb) {
    void vscode.window.showWarningMessage(`Not opened, since it is no web address: ${address.slice(0, 200)}`);
    return;
  }
  // As text: a Uri would lose which parts of the query were encoded, and with them the link.
  await vscode.env.openExternal(address as unknown as vscode.Uri);
}
