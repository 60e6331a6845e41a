import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod';
import type { EmbedToHost, EmbedToWebview } from '../../../protocol/messages';
import type { EmbedEvent, EmbedState } from '../../../protocol/pages/embed';
import type { EmulatorAct } from '../../emulator/emulators';
import { embedPanel } from '../../shell/ids';
import { openAddress } from '../../shell/openAddress';
import { messageParser } from '../../shell/page/messageParser';
import { Page, type PageHandlers } from '../../shell/page/page';
import type { LiveServices } from '../liveServices';

export interface EmbeddedPage {
  readonly state: EmbedState;
  /** Of the frame, as the editor reaches it. */
  readonly origin: string;
  readonly link: string;
  /** Set for a page of the emulator: what is done there is told. */
  readonly provider: string | undefined;
}

const parse = messageParser<EmbedToHost>({ ready: {}, openOutside: {} });

/** A tab with one embedded page. Only the origin of that page may stand in its frame. */
export function openEmbedPanel(services: LiveServices, { state, origin, link, provider }: EmbeddedPage): void {
  const place = { viewColumn: vscode.ViewColumn.Active, preserveFocus: false };
  const panel = vscode.window.createWebviewPanel(embedPanel, t('Embedded: {0}', state.title), place);
  const kind = {
    name: 'embed',
    title: t('Embedded Signing'),
    called: 'The embed preview',
    parse,
    framed: origin,
  } as const;
  const handlers: PageHandlers<EmbedToHost> = {
    ready: () => page.post({ type: 'state', state }),
    openOutside: () => openAddress(link),
  };
  const page = new Page<EmbedToHost, EmbedToWebview>(services, kind, panel, handlers);
  const listening = services.emulators.onDidAct((act) => {
    const event = provider === undefined ? undefined : eventOf(act, provider);
    if (event !== undefined) page.post({ type: 'event', event });
  });
  page.onDidDispose(() => listening.dispose());
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
