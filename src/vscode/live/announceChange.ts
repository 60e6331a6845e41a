import { t } from '@vscode/l10n';
import { emulatorConnectionId } from '../../core/connections/connection';
import { changeInWords, type DocumentChange } from '../../core/live/documentChanges';
import { DocumentSource, type DocumentTarget } from '../documents/resources';
import { commandIds } from '../shell/contributions/commandIds';
import { showInfo } from '../shell/notices';
import { openAddress } from '../shell/openAddress';
import { executeCommand } from '../shell/runCommand';
import type { LiveServices } from './liveServices';
import { signingLinkOf } from './signing/signerPages';

/** Says what somebody did, and leads to the page of whoever is next. */
export async function announceChange(services: LiveServices, provider: string, change: DocumentChange): Promise<void> {
  const { document, next, left } = change;
  const [turn] = next.length > 0 ? next : left;
  const goesOn = change.acted.every(({ status }) => status?.tone === 'done');
  const openPage = turn === undefined || !goesOn ? undefined : t('Open Page of {0}', turn.title);
  const showDocument = t('Show Document');
  const answer = await showInfo(changeInWords(change), ...(openPage === undefined ? [] : [openPage]), showDocument);
  const target = { provider, connection: emulatorConnectionId, collection: document.collection, document: document.id };
  if (answer === showDocument) await executeCommand(commandIds.revealDocument, { target });
  else if (answer !== undefined && turn !== undefined) await openPageOf(services, target, turn.id);
}

/** The page of somebody on the emulator: where they were mailed to, or that a link which is made for it leads to. */
export async function openPageOf(services: LiveServices, target: DocumentTarget, id: string): Promise<void> {
  const { recipients } = await new DocumentSource(services).document(target);
  const recipient = recipients.find((one) => one.id === id);
  const link = recipient && (await signingLinkOf(services, target, recipient));
  if (link !== undefined) return openAddress(link.url);
  await showInfo(t('There is no page of theirs now. Refresh the tree to see what has become of the document.'));
}
