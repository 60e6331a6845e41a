import { servedAddress } from '../core/addresses/webAddress';
import type { SigningContext } from '../core/emulation';
import type { SigningVisit } from '../core/recipients/signingVisit';
import type { Emulation } from './answering/answerOperation';

/** Someone who was asked to sign, and where the emulator lets them. No API knows such a list: it is the emulator's own. */
export interface SignerPage {
  /** Id of the document in its collection. */
  readonly document: string;
  readonly signer: SigningVisit['signer'];
  readonly state: SigningVisit['state'];
  readonly url: string;
}

export function listSigners(
  { definition, tools }: Pick<Emulation, 'definition' | 'tools'>,
  state: unknown,
  baseUrl: string,
): readonly SignerPage[] {
  const { signing } = definition;
  return (signing?.pages?.(state) ?? []).flatMap(({ document, path }) => {
    const url = servedAddress(baseUrl, path);
    if (url === undefined) return [];
    const visit = signing?.visit({ state, ...placeOfPath(path), tools });
    return visit === undefined || isNobody(visit.signer)
      ? []
      : [{ document, signer: visit.signer, state: visit.state, url }];
  });
}

/** Whose invite is gone. */
function isNobody({ name, email }: SigningVisit['signer']): boolean {
  return name === '' && email === '';
}

/** A page's own path with its query, taken apart. */
export function placeOfPath(path: string): Pick<SigningContext<unknown>, 'path' | 'query'> {
  const [place = '', search = ''] = path.split('?');
  return { path: decodeURIComponent(place), query: Object.fromEntries(new URLSearchParams(search)) };
}
