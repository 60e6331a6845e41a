import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { DocumentDetail } from '../../core/documents';
import type { PreparedRequest, Verb } from '../../core/operation';
import { keysOf } from '../../core/typing/keysOf';
import { takePrepared } from '../sending/takePrepared';
import { showPick } from '../shell/asking/boxes';
import { commandIds } from '../shell/contributions/commandIds';
import type { CommandId } from '../shell/contributions/commands';
import { showInfo } from '../shell/notices';
import { openAddress } from '../shell/openAddress';
import { registerCommand } from '../shell/runCommand';
import { type Targeted, type TreeTarget, targetOf } from '../shell/treeTarget';
import { waitingTimes } from '../shell/waitingTimes';
import type { DocumentServices } from './documentServices';
import { pickDocument, pickRecipient } from './pickDocument';
import { DocumentSource, type DocumentTarget } from './resources';

/** The same commands for every provider: each offers what the document's own actions allow. */
const commandsByVerb = {
  [commandIds.recipient.add]: 'add',
  [commandIds.recipient.edit]: 'edit',
  [commandIds.recipient.invite]: 'invite',
  [commandIds.recipient.remove]: 'remove',
  [commandIds.recipient.getLink]: 'link',
} as const satisfies Partial<Record<CommandId, Verb>>;

export function registerRecipients(services: DocumentServices): void {
  registerCommand(services, commandIds.documentAction, (node) => takeDocumentAction(services, targetOf(node)));
  for (const id of keysOf(commandsByVerb)) {
    registerCommand(services, id, (node?: Targeted) => takeVerb(services, commandsByVerb[id], targetOf(node)));
  }
  registerCommand(services, commandIds.recipient.openSigningPage, (node) => openSigningPage(services, targetOf(node)));
  registerCommand(services, commandIds.copyId, (node) => copyId(services, targetOf(node)));
}

async function takeDocumentAction(services: DocumentServices, known: TreeTarget | undefined): Promise<void> {
  const target = await pickDocument(services, known);
  if (target === undefined) return;
  const detail = await new DocumentSource(services).document(target);
  await choose(services, target, detail, detail.actions);
}

async function takeVerb(services: DocumentServices, verb: Verb, known: TreeTarget | undefined): Promise<void> {
  const target = await pickDocument(services, known);
  if (target === undefined) return;
  const detail = await new DocumentSource(services).document(target);
  const actions = actionsOf(detail, known?.recipient).filter((action) => action.verb === verb);
  const [only, ...others] = actions;
  // From a node it is clear whom it is about; from the palette it should be seen first.
  if (known?.document !== undefined && only !== undefined && others.length === 0) return take(services, target, only);
  return choose(services, target, detail, actions);
}

function actionsOf(detail: DocumentDetail, recipient: string | undefined): readonly PreparedRequest[] {
  const recipients = detail.recipients.filter(({ id }) => recipient === undefined || id === recipient);
  const own = recipient === undefined ? detail.actions : [];
  return [...own, ...recipients.flatMap(({ actions }) => actions)];
}

async function choose(
  services: DocumentServices,
  target: DocumentTarget,
  detail: DocumentDetail,
  actions: readonly PreparedRequest[],
): Promise<void> {
  const { title } = detail;
  if (actions.length === 0) {
    const others = detail.actions.length === 0 ? [] : [t('Show All Actions…')];
    const answer = await showInfo(t('"{0}" offers nothing of this kind in its present state.', title), ...others);
    if (answer !== undefined) await choose(services, target, detail, detail.actions);
    return;
  }
  const items = actions.map((action) => ({
    label: action.title,
    description: action.subject ?? '',
    ...(action.blocked !== undefined && { detail: t('Not now: {0}', action.blocked) }),
    action,
  }));
  const choice = await showPick(items, { placeHolder: title, matchOnDescription: true });
  if (choice !== undefined) await take(services, target, choice.action);
}

async function take(services: DocumentServices, target: DocumentTarget, action: PreparedRequest): Promise<void> {
  if (action.blocked === undefined) return takePrepared(services, action, target.connection, { cause: 'tree' });
  void showInfo(`${action.title}: ${action.blocked}`);
}

/** An API that mails its links has none to get; where the emulator stands in for it, the page is there all the same. */
async function openSigningPage(services: DocumentServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickRecipient(services, known);
  if (picked === undefined) return;
  const recipient = picked.detail.recipients.find(({ id }) => id === picked.recipient);
  if (recipient?.signingPage !== undefined) return openAddress(recipient.signingPage);
  void showInfo(t('Only the emulator has such a page, and only for recipients who were asked to sign by mail.'));
}

async function copyId(services: DocumentServices, known: TreeTarget | undefined): Promise<void> {
  const id =
    known === undefined
      ? (await pickRecipient(services))?.recipient
      : (known.recipient ?? known.document ?? known.connection);
  if (id === undefined) return;
  await vscode.env.clipboard.writeText(id);
  vscode.window.setStatusBarMessage(t('Copied {0}', id), waitingTimes.copiedMs);
}
