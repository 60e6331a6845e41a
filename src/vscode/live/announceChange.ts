import { emulatorConnectionId } from '../../core/connections/connection';
import type { Recipient } from '../../core/documents';
import { changeInWords, type DocumentChange } from '../../core/live/documentChanges';
import type { PreparedRequest } from '../../core/operation';
import { requestFileOf } from '../../core/requests/preparedRequest';
import { DocumentSource, type DocumentTarget } from '../documents/resources';
import { linkRecipient } from '../sending/linkRecipient';
import { showInfo } from '../shell/notices';
import { openAddress } from '../shell/openAddress';
import { executeCommand } from '../shell/runCommand';
import type { LiveServices } from './liveServices';

/** Says what somebody did, and leads to the page of whoever is next. */
export async function announceChange(services: LiveServices, provider: string, change: DocumentChange): Promise<void> {
  const { document, next, left } = change;
  const [turn] = next.length > 0 ? next : left;
  const goesOn = change.acted.every(({ status }) => status?.tone === 'done');
  const openPage = turn === undefined || !goesOn ? undefined : `Open Page of ${turn.title}`;
  const answer = await showInfo(changeInWords(change), ...(openPage === undefined ? [] : [openPage]), showDocument);
  const target = { provider, connection: emulatorConnectionId, collection: document.collection, document: document.id };
  if (answer === showDocument) await executeCommand('esign.revealDocument', { target });
  else if (answer !== undefined && turn !== undefined) await openPageOf(services, target, turn.id);
}

const showDocument = 'Show Document';

/** The page of somebody on the emulator: where they were mailed to, or that a link which is made for it leads to. */
export async function openPageOf(services: LiveServices, target: DocumentTarget, id: string): Promise<void> {
  const { recipients } = await new DocumentSource(services).document(target);
  const recipient = recipients.find((one) => one.id === id);
  const page = recipient && (await pageOf(services, target, recipient));
  if (page !== undefined) return openAddress(page);
  await showInfo('There is no page of theirs now. Refresh the tree to see what has become of the document.');
}

/** The address of the page at which somebody signs; where the API makes links by a call, one is made. */
export async function pageOf(
  services: LiveServices,
  target: DocumentTarget,
  { signingPage, actions }: Recipient,
): Promise<string | undefined> {
  if (signingPage !== undefined) return signingPage;
  const step = actions.find(isLink);
  if (step === undefined) return undefined;
  const origin = { cause: 'tree', ...linkRecipient(step) } as const;
  const { outcome } = await services.sender.send(requestFileOf(step, target.connection), origin);
  return outcome.kind === 'replied' ? outcome.reading.links.find(({ opens }) => opens === undefined)?.url : undefined;
}

function isLink({ verb, blocked, complete }: PreparedRequest): boolean {
  return verb === 'link' && blocked === undefined && complete === true;
}
