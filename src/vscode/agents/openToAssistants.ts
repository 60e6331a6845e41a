import { t } from '@vscode/l10n';
import { emulatorConnectionId } from '../../core/connections/connection';
import { quotable } from '../../core/quoting/oneLine';
import { configured } from '../shell/asking/pickConfigured';
import { pickConnection } from '../shell/asking/pickConnection';
import { askModal } from '../shell/notices';
import type { TreeTarget } from '../shell/treeTarget';
import type { AgentServices } from './agentServices';

/** Asks whether assistants may use a connection, until the window closes. */
export async function openToAssistants(services: AgentServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickConnection(services, known, configured);
  if (picked === undefined) return;
  const { connection } = picked;
  const open = t('Open for This Session');
  const answer = await askModal(
    t('Open the connection "{0}" to assistants?', quotable(connection.title)),
    [
      t(
        'Assistants may then read from {0} and send to it, until this window closes or you close it.',
        quotable(connection.baseUrl),
      ),
      ...(connection.live ? [t('It is live: what is sent there is real.')] : []),
      t(
        'You are still asked before anything is sent that mails people, takes something away or goes to a live account.',
      ),
    ].join('\n'),
    t('Keep Closed'),
    open,
  );
  if (answer === open) services.opened.open(connection);
}

export async function closeToAssistants(services: AgentServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickConnection(services, known, {
    isOffered: (connection) => connection.id !== emulatorConnectionId && services.opened.has(connection),
  });
  if (picked !== undefined) services.opened.close(picked.connection);
}
