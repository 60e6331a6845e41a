import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod';
import type { EmbedToHost, EmbedToWebview } from '../../../protocol/messages';
import type { EmbedEvent, HappenedEvent } from '../../../protocol/pages/embed';
import type { EmulatorAct } from '../../emulator/emulators';
import { restoredPanels } from '../../shell/ids';
import { openAddress } from '../../shell/openAddress';
import { messageParser } from '../../shell/page/messageParser';
import { Page, type PageHandlers, type PageKind } from '../../shell/page/page';
import type { LiveServices } from '../liveServices';
import { type EmbeddedPage, mostEvents, seenEvent } from './embeddedPage';
import { KeptEmbeds } from './keptEmbeds';

const parse = messageParser<EmbedToHost>({ ready: {}, openOutside: {}, seen: { event: seenEvent }, showAgain: {} });

const kind = (framed: string): PageKind<EmbedToHost> => ({
  name: 'embed',
  title: t('Embedded Signing'),
  called: 'The embed preview',
  parse,
  framed,
});

export interface EmbedTab {
  readonly panel: vscode.WebviewPanel;
  readonly id: string;
  /** A foreign page was agreed to once: the next time somebody is asked again. */
  readonly isAgreed: boolean;
  /** Asks, and gives the page as it may be shown now. */
  readonly ask: (page: EmbeddedPage) => Promise<EmbeddedPage | undefined>;
}

/** A tab with one embedded page. */
export function openEmbedPanel(services: LiveServices, page: EmbeddedPage, ask: EmbedTab['ask']): void {
  const place = { viewColumn: vscode.ViewColumn.Active, preserveFocus: false };
  const panel = vscode.window.createWebviewPanel(restoredPanels.embed, t('Embedded: {0}', page.state.title), place);
  showEmbed(services, page, { panel, id: randomUUID(), isAgreed: true, ask });
}

/** Only the origin of the page may stand in its frame. What happened to it is shown as long as the tab is there. */
export function showEmbed(services: LiveServices, opened: EmbeddedPage, { panel, id, isAgreed, ask }: EmbedTab): void {
  const kept = new KeptEmbeds(services.context);
  let embedded = opened;
  let mayLoad = isAgreed;
  const tell = (): void => {
    const { state, provider, events } = embedded;
    // Whenever the page is drawn anew its frame asks for what it shows: that a foreign one is asked for was agreed to once.
    const isHeld = provider === undefined && !mayLoad && state.address !== undefined;
    if (provider === undefined) mayLoad = false;
    const { address: _address, ...held } = state;
    page.post({ type: 'state', id, state: isHeld ? { ...held, address: undefined, isHeld } : state, events });
  };
  const add = (event: EmbedEvent): void => {
    const happened: HappenedEvent = { ...event, at: new Date().toISOString() };
    embedded = { ...embedded, events: [...embedded.events, happened].slice(-mostEvents) };
    page.post({ type: 'event', event: happened });
    void kept.keep(id, embedded);
  };
  const handlers: PageHandlers<EmbedToHost> = {
    ready: tell,
    openOutside: () => openAddress(embedded.link),
    seen: ({ event }) => add(event),
    showAgain: async () => {
      const again = await ask(embedded);
      if (again === undefined) return;
      embedded = { ...again, events: embedded.events };
      mayLoad = true;
      tell();
    },
  };
  const page = new Page<EmbedToHost, EmbedToWebview>(services, kind(embedded.origin), panel, handlers);
  const listening = services.emulators.onDidAct((act) => {
    const event = embedded.provider === undefined ? undefined : eventOf(act, embedded.provider);
    if (event !== undefined) add(event);
  });
  void kept.keep(id, embedded);
  page.onDidDispose(() => {
    listening.dispose();
    void kept.forget(id);
  });
}

/** What the emulator noticed, with the redirect that it gave. */
function eventOf(act: EmulatorAct, provider: string): EmbedEvent | undefined {
  if (act.kind !== 'page' || act.provider !== provider) return undefined;
  const { redirect, state } = told.safeParse(act.reply.body).data ?? {};
  const said = `${act.act.action}: ${act.reply.status}.`;
  const text = state === undefined ? said : `${said} ${stateText(state, redirect)}`;
  return { kind: redirect === undefined ? 'act' : 'redirect', text };
}

const told = z.looseObject({ state: z.exactOptional(z.string()), redirect: z.exactOptional(z.string()) });

function stateText(state: string, redirect: string | undefined): string {
  return redirect === undefined
    ? t('The page is {0} now.', state)
    : t('The page is {0} now, and leads to {1}.', state, redirect);
}
