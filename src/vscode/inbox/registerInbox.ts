import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { webhookSecrets } from '../credentials/webhookSecretKeeper';
import { type UndeliveredEvents, undeliveredText } from '../emulator/undeliveredEvents';
import { commandIds } from '../shell/contributions/commandIds';
import type { InboxRow } from '../shell/contributions/tables/inboxCommands';
import { contextKeys, views } from '../shell/ids';
import { showInfo, showWarning } from '../shell/notices';
import { onePanel } from '../shell/page/onePanel';
import { executeCommand, registerCommand, setContextKey } from '../shell/runCommand';
import { waitingTimes } from '../shell/waitingTimes';
import type { EventPanel } from './eventPanel';
import { Inbox, type InboxEvent } from './inbox';
import type { InboxViewServices } from './inboxServices';
import { InboxTree } from './inboxTree';
import type { Registrations } from './registrations';

/** Webhooks that come to this machine, and what is done with them. Gives the way to the one tab with an event. */
export function registerInbox(services: InboxViewServices): () => Promise<EventPanel> {
  const { context, registry, log, emulators } = services;
  const secrets = webhookSecrets(context, log);
  const inbox = new Inbox(services, secrets);
  const tree = new InboxTree(
    inbox,
    emulators.undelivered,
    (id) => registry.entries.find((entry) => entry.id === id)?.title ?? id,
  );
  const view = vscode.window.createTreeView(views.inbox, { treeDataProvider: tree, showCollapseAll: true });
  const opened = onePanel(context, async (): Promise<EventPanel> => {
    const { EventPanel: Panel } = await import('./eventPanel');
    return new Panel(services, inbox, secrets);
  });
  const times = setInterval(() => view.visible && tree.repaint(), waitingTimes.agoMs);
  const proved = secrets.onDidChange(() => inbox.examineAgain());
  const follow = followInbox(view, inbox);
  context.subscriptions.push(
    countUndelivered(view, emulators.undelivered),
    inbox,
    tree,
    view,
    follow,
    proved,
    new vscode.Disposable(() => clearInterval(times)),
  );
  registerCommand(services, commandIds.inbox.receive, () => receive(inbox));
  let registrations: Promise<Registrations> | undefined;
  registerCommand(services, commandIds.inbox.register, async () => {
    registrations ??= import('./registrations').then((made) => new made.Registrations(services, inbox, secrets));
    await (await registrations).register();
  });
  registerCommand(services, commandIds.inbox.stop, async () => {
    await (await registrations)?.takeBack();
    await inbox.stop();
  });
  registerCommand(services, commandIds.inbox.forward, async () =>
    (await import('./forwardEvents')).forwardEvents(services, inbox),
  );
  registerCommand(services, commandIds.inbox.copyAddress, () => copyAddress(inbox));
  registerCommand(services, commandIds.inbox.clear, () => inbox.clear());
  registerCommand(services, commandIds.inbox.open, (row) =>
    onEvent(inbox, row, async ({ id }) => (await opened()).show(id)),
  );
  registerCommand(services, commandIds.inbox.replay, (row) =>
    onEvent(inbox, row, async (event) => (await import('./replayEvent')).replayEvent(services, event)),
  );
  registerCommand(services, commandIds.inbox.save, (row) =>
    onEvent(inbox, row, async (event) => (await import('./saveEvent')).saveEvent(event)),
  );
  registerCommand(services, commandIds.inbox.sendAgain, async (row) => {
    if (row !== undefined) await (await import('./sendAgain')).sendAgain(services, row);
  });
  registerCommand(services, commandIds.inbox.useInScenario, (row) =>
    onEvent(inbox, row, async (event) => (await import('./scenarioOfEvent')).scenarioOfEvent(registry, event)),
  );
  registerCommand(services, commandIds.inbox.enterSecret, async (row) => {
    const { enterWebhookSecret, pickWebhooksOf } = await import('../credentials/manageWebhookSecrets');
    const provider = inbox.find(row?.eventId)?.examined.provider ?? (await pickWebhooksOf(registry))?.id;
    if (provider !== undefined) await enterWebhookSecret(secrets, provider);
  });
  return opened;
}

/** Each message is a call of the editor, and events may come by the thousand. */
function followInbox(view: Pick<vscode.TreeView<unknown>, 'message'>, inbox: Inbox): vscode.Disposable {
  let isReceiving = false;
  return inbox.onDidChange(() => {
    const message = messageOf(inbox);
    if (view.message !== message) view.message = message;
    if (isReceiving === (inbox.url !== undefined)) return;
    isReceiving = !isReceiving;
    void setContextKey(contextKeys.receiving, isReceiving);
  });
}

function countUndelivered(
  view: Pick<vscode.TreeView<unknown>, 'badge'>,
  undelivered: UndeliveredEvents,
): vscode.Disposable {
  return undelivered.onDidChange(() => {
    const { length } = undelivered.all;
    view.badge = length === 0 ? undefined : { value: length, tooltip: undeliveredText(length) };
  });
}

function messageOf({ url, events, forwardTo }: Inbox): string {
  if (url === undefined || (events.length === 0 && forwardTo === undefined)) return '';
  return forwardTo === undefined
    ? t('Receiving at {0}', url)
    : t('Receiving at {0}, forwarding to {1}', url, forwardTo.url);
}

async function receive(inbox: Inbox): Promise<void> {
  const opened = await inbox.receive();
  if (opened.kind === 'failed') {
    await showWarning(t('No port of this machine could be had to receive webhooks ({0}).', opened.code));
    return;
  }
  const [copy, register] = [t('Copy Address'), t('Register…')];
  const said = t(
    'Webhooks are received at {0}. Register it with an emulator or, by a tunnel of your own to it, with a real API.',
    opened.url,
  );
  const answer = await showInfo(said, register, copy);
  if (answer === copy) await executeCommand(commandIds.inbox.copyAddress);
  if (answer === register) await executeCommand(commandIds.inbox.register);
}

async function copyAddress({ url }: Inbox): Promise<void> {
  if (url === undefined) return;
  await vscode.env.clipboard.writeText(url);
  vscode.window.setStatusBarMessage(t('The address was copied.'), waitingTimes.copiedMs);
}

async function onEvent(
  inbox: Inbox,
  row: InboxRow | undefined,
  act: (event: InboxEvent) => Promise<void>,
): Promise<void> {
  const event = inbox.find(row?.eventId);
  if (event === undefined) await showInfo(t('This event is no longer in the inbox.'));
  else await act(event);
}
