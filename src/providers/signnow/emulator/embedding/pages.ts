import { servedAddress } from '../../../../core/addresses/webAddress';
import type { HandlerContext, SigningContext, SigningDesk } from '../../../../core/emulation';
import type { SigningVisit } from '../../../../core/recipients/signingVisit';
import type { Lifetime } from '../../operations/embedding/lifetimes';
import type { EmulatedPage } from '../records/pages';
import type { State } from '../state';

type Tools = Pick<HandlerContext<State>, 'state' | 'tools' | 'baseUrl'>;

interface PageWords {
  readonly redirect_uri?: string | undefined;
  readonly link_expiration?: number | null | undefined;
}

/** The address of a new page, which opens until its time is over. */
export function newPage(
  { state, tools, baseUrl }: Tools,
  page: Omit<EmulatedPage, 'expiresAt' | 'redirect'>,
  { redirect_uri: redirect, link_expiration: minutes }: PageWords,
  { usual }: Lifetime,
): string {
  const token = tools.hex(64);
  state.pages.set(token, { ...page, redirect, expiresAt: tools.now() + (minutes || usual) * 60_000 });
  const path = `${places[page.kind]}${page.id}?access_token=${token}&embedded=1`;
  return servedAddress(baseUrl, path) ?? path;
}

/** Where a view is, links to sign are as well. */
const places = { sending: '/sending/', editor: '/editor/', view: '/webapp/document/' } as const;

/** The desk with the pages beside it at which nobody signs. */
export function withPages(desk: SigningDesk<State>): SigningDesk<State> {
  return { ...desk, visit: (context) => visitPage(context) ?? desk.visit(context) };
}

const nobody = { name: '', email: '' };

function visitPage({ state, path, query, tools }: SigningContext<State>): SigningVisit | undefined {
  const { access_token: token = '' } = query;
  const page = state.pages.get(token);
  if (page === undefined || path !== `${places[page.kind]}${page.id}`) {
    const isKnownPlace = /^\/(?:sending|editor)\/[^/]+$/.test(path);
    return isKnownPlace ? { state: 'unknown', signer: nobody, documents: [], progress: [] } : undefined;
  }
  return {
    state: page.expiresAt <= tools.now() ? 'expired' : 'placeholder',
    signer: nobody,
    documents: page.titles.map((title) => ({ title, fields: [] })),
    notes: [page.shows, ...(page.redirect === undefined ? [] : [`It leads on to ${page.redirect}.`])],
    progress: [],
  };
}
