import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { showInfo } from '../../shell/notices';
import type { RequestServices } from '../requestServices';
import { requestInSight } from '../requestTab';
import type { OpenRequests } from '../session/openRequests';

/** Makes what the active editor shows, be it the form or the text, into a request of another provider. */
export async function translateActive(services: RequestServices, requests: OpenRequests): Promise<void> {
  const active = requestInSight();
  if (active === undefined) {
    await showInfo(t('Open a request (*.esign.json) to make it into one of another provider.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument(active.uri);
  const [session, { translateSession }] = await Promise.all([requests.session(document), import('./translateSession')]);
  await translateSession(services, session);
}
