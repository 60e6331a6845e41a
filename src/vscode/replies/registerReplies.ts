import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { SigningLink } from '../../core/operation';
import { replyFolder } from '../sending/replyFolder';
import { showPick } from '../shell/asking/boxes';
import { commandIds } from '../shell/contributions/commandIds';
import { showInfo } from '../shell/notices';
import { registerCommand } from '../shell/runCommand';
import { waitingTimes } from '../shell/waitingTimes';
import { OpenReplies } from './openReplies';
import type { ReplyPanel } from './replyPanel';
import type { ReplyServices } from './replyServices';
import { replyBodyScheme, type ShownRun } from './shownRun';

/** Shows every run that the sender reports, in the one reply panel. */
export function registerReplies(services: ReplyServices): OpenReplies {
  const replies = new OpenReplies(services);
  const { context, sender, log } = services;
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = (show: (panel: ReplyPanel) => unknown): void => {
    const shown = last.then(async () => show(await replies.panel()));
    last = shown.catch((error: unknown) => log.error('The reply panel failed.', error));
  };
  context.subscriptions.push(
    sender.onDidChangeSending((sending) => inOrder((panel) => panel.showSending(sending))),
    sender.onDidSend((run) => {
      replies.keep(run);
      inOrder((panel) => panel.showRun(run));
    }),
    vscode.workspace.registerTextDocumentContentProvider(replyBodyScheme, {
      provideTextDocumentContent: (uri) => keptBody(replies, uri),
    }),
  );
  registerCommands(services, replies);
  const sweeping = setTimeout(() => void sweep(services), waitingTimes.sweepMs);
  context.subscriptions.push({ dispose: () => clearTimeout(sweeping) });
  return replies;
}

/** Takes away the large replies of windows that ended without doing so. */
async function sweep({ context, log }: ReplyServices): Promise<void> {
  try {
    const { sweepReplyFiles } = await import('../../node/http/replyFiles');
    await sweepReplyFiles(replyFolder(context));
  } catch (error: unknown) {
    log.error('Large replies of earlier windows could not be removed.', error);
  }
}

function registerCommands(services: ReplyServices, replies: OpenReplies): void {
  registerCommand(services, commandIds.showReply, async () => (await replies.panel()).reveal());
  registerCommand(services, commandIds.takeNextStep, () =>
    withShown(replies, async (shown) => (await import('./replyActions')).askForNextStep(services, shown)),
  );
  registerCommand(services, commandIds.copyAsCurl, () =>
    withShown(replies, async (shown) => (await import('./replyActions')).copyAsCurl(shown)),
  );
  registerCommand(services, commandIds.openSigningLink, () => withLink(replies, 'openLink'));
  registerCommand(services, commandIds.copySigningLink, () => withLink(replies, 'copyLink'));
}

async function keptBody(replies: OpenReplies, uri: vscode.Uri): Promise<string> {
  const { bodyText, runIdOf } = await import('./replyBodies');
  const shown = await replies.find(runIdOf(uri));
  return shown ? bodyText(uri, shown) : t('This reply is no longer kept. The history may be switched off.');
}

async function withShown(replies: OpenReplies, run: (shown: ShownRun) => Promise<void>): Promise<void> {
  const { shown } = await replies.panel();
  if (shown !== undefined) return run(shown);
  await showInfo(t('There is no reply yet. Send a request first.'));
}

async function withLink(replies: OpenReplies, action: 'openLink' | 'copyLink'): Promise<void> {
  const actions = await import('./replyActions');
  await withShown(replies, async (shown) => {
    const links = actions.linksOf(shown);
    const before = actions.linksOf((await replies.panel()).before);
    const index = links.length > 1 ? await askForLink(links, before) : 0;
    if (links.length === 0) await showInfo(t('The last reply holds no signing link.'));
    else if (index !== undefined) await actions[action](shown, index);
  });
}

async function askForLink(links: readonly SigningLink[], before: readonly SigningLink[]): Promise<number | undefined> {
  const { nearestLinks } = await import('../../core/replies/nearestLinks');
  const items = nearestLinks(links, before).map((index) => ({
    label: links[index]?.recipient ?? links[index]?.opens ?? t('Link {0}', index + 1),
    index,
  }));
  return (await showPick(items, { placeHolder: t('Whose link?') }))?.index;
}
