import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { confirmAddress } from '../../../core/addresses/address';
import { addressOn, originOf, pathAndQueryOf, shownHost } from '../../../core/addresses/webAddress';
import { defaultLimits } from '../../../core/http';
import { frameRules } from '../../../core/live/frameRules';
import type { FrameRules } from '../../../protocol/pages/embed';
import { askModal, showWarning } from '../../shell/notices';
import type { LiveServices } from '../liveServices';
import type { EmbeddedPage } from './embeddedPage';
import { openEmbedPanel } from './embedPanel';

export interface EmbedWish {
  readonly link: string;
  readonly title: string;
  /** Of an emulator of this machine: nobody is asked, and nothing forbids a frame. */
  readonly provider: string | undefined;
}

type FoundLink = Pick<EmbeddedPage, 'link'> & { readonly state: { readonly title: string } };

/** Opens a signing page in a frame of the editor, with what its rules say of that. */
export async function embedLink(services: LiveServices, { link, title, provider }: EmbedWish): Promise<void> {
  if (originOf(link) === undefined) {
    await showWarning(t('Not shown, since the link is no web address.'));
    return;
  }
  const page = await (provider === undefined
    ? agreedPage(services, { link, state: { title } })
    : emulatedPage({ link, title, provider }));
  if (page !== undefined) openEmbedPanel(services, page, (shown) => agreedPage(services, shown));
}

/** Of an emulator of this machine: its frame, by the address that the editor reaches it by. */
export async function emulatedFrame(link: string) {
  const own = originOf(link);
  if (own === undefined) return undefined;
  const reached = (await vscode.env.asExternalUri(vscode.Uri.parse(own, true))).toString(true);
  const address = addressOn(reached, pathAndQueryOf(link));
  const origin = address && originOf(address);
  return address === undefined || origin === undefined ? undefined : { address, origin };
}

async function emulatedPage({ link, title, provider }: EmbedWish): Promise<EmbeddedPage | undefined> {
  const frame = await emulatedFrame(link);
  if (frame === undefined) return undefined;
  const { address, origin } = frame;
  return { state: { title, host: shownHost(link), address, rules: undefined }, origin, link, provider, events: [] };
}

/** A foreign page, once somebody agreed that it is asked for, with what its rules say of frames. */
export async function agreedPage(
  services: LiveServices,
  { link, state: { title } }: FoundLink,
): Promise<EmbeddedPage | undefined> {
  const origin = originOf(link);
  if (origin === undefined || !(await isAgreed(link))) return undefined;
  const rules = await readRules(services, link, origin);
  if (rules === undefined) return undefined;
  const address = rules.isRefused ? undefined : link;
  return {
    state: { title, host: shownHost(link), address, rules },
    origin,
    link,
    provider: undefined,
    events: [],
  };
}

async function isAgreed(link: string): Promise<boolean> {
  const show = t('Show Page');
  const detail = t(
    'The page is asked for once to read its frame rules, and again by the frame. A link that can be used once may be used up by that, and what you do in the frame counts.',
  );
  return (await askModal(t('Embed this page of {0}', shownHost(link)), detail, t('Keep It'), show)) === show;
}

/** Whoever was asked agreed to this one page: it is asked for without any credential. */
async function readRules({ sender }: LiveServices, link: string, origin: string): Promise<FrameRules | undefined> {
  const url = confirmAddress(link, [origin]);
  if (url === undefined) return undefined;
  const { http } = await sender.ports();
  const outcome = await http.send({ method: 'GET', url, headers: {}, body: undefined }, defaultLimits);
  if (outcome.kind === 'replied') return frameRules(outcome.reply.headers);
  await showWarning(
    t('{0} gave no answer, so the page is not shown. Open it in a browser to see why.', shownHost(link)),
  );
  return undefined;
}
