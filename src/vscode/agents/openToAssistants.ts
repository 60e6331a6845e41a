import { emulatorConnectionId } from '../../core/connections/connection';
import { quotable } from '../../core/quoting/oneLine';
import { configured } from '../shell/asking/pickConfigured';
import { pickConnection } from '../shell/asking/pickConnection';
import { askModal } from '../shell/notices';
import type { TreeTarget } from '../shell/treeTarget';
import type { AgentServices } from './agentServices';

const keep = 'Keep Closed';
const open = 'Open for This Session';

/** Asks whether assistants may use a connection, until the window closes. */
export async function openToAssistants(services: AgentServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickConnection(services, known, configured);
  if (picked === undefined) return;
  const { connection } = picked;
  const answer = await askModal(
    `Open the connection "${quotable(connection.title)}" to assistants?`,
    [
      `Assistants may then read from ${quotable(connection.baseUrl)} and send to it, until this window closes or you close it.`,
      ...(connection.live ? ['It is live: what is sent there is real.'] : []),
      'You are still asked before anything is sent that mails people, takes something away or goes to a live account.',
    ].join('\n'),
    keep,
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
