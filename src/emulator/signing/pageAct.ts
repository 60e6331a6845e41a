import { servedAddress } from '../../core/addresses/webAddress';
import type { EmulatedReply, EmulatedRequest } from '../../core/emulation';
import { placeOfSigner, type SignerAct } from '../actAsSigner';
import type { Emulation } from '../answering/answerOperation';
import { listSigners, type SignerPage } from '../signers';

/** What somebody did on a signing page, as the control route takes and answers the same. */
export interface PageAct {
  readonly provider: string;
  readonly baseUrl: string;
  readonly act: SignerAct;
  readonly reply: Pick<EmulatedReply, 'status' | 'body'>;
}

/** Undefined where the page has no address that a browser could have asked for. */
export function actOnPage(
  emulation: Emulation,
  state: unknown,
  request: EmulatedRequest,
  done: Pick<SignerAct, 'action' | 'reason' | 'answers'>,
  reply: PageAct['reply'],
): PageAct | undefined {
  const { baseUrl } = request;
  const link = request.url ?? servedAddress(baseUrl, pathWithQuery(request));
  if (link === undefined) return undefined;
  const act = { link, ...whoseIs(emulation, state, request), ...done };
  return { provider: emulation.provider.id, baseUrl, act, reply };
}

function pathWithQuery({ path, query }: EmulatedRequest): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === 'string' ? [value] : value) parameters.append(name, one);
  }
  const search = parameters.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** By whom a program finds the page again without its link: known of APIs that mail theirs. */
function whoseIs(emulation: Emulation, state: unknown, request: EmulatedRequest): Pick<SignerAct, 'document' | 'as'> {
  const pages = listSigners(emulation, state, request.baseUrl);
  const page = pages.find(({ url }) => leadsTo(url, request));
  if (page === undefined) return {};
  const { document, signer } = page;
  const ofDocument = pages.filter((other) => other.document === document);
  const as = [signer.email, signer.name].find((name) => name !== '' && ofDocument.filter(isCalled(name)).length === 1);
  return as === undefined ? {} : { document, as };
}

function isCalled(wanted: string): (page: SignerPage) => boolean {
  return ({ signer: { name, email, role } }) =>
    [email, name, role].some((one) => one?.toLowerCase() === wanted.toLowerCase());
}

function leadsTo(link: string, { path, query, baseUrl }: EmulatedRequest): boolean {
  const place = placeOfSigner(link, baseUrl);
  return place?.path === path && Object.entries(place.query).every(([name, value]) => query[name] === value);
}
