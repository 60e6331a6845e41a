import { addressOn, webUrl } from '../core/addresses/webAddress';
import type { SigningVisit } from '../core/emulation';
import type { Emulation } from './answerOperation';

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
  origin: string,
): readonly SignerPage[] {
  const { signing } = definition;
  return (signing?.pages?.(state) ?? []).flatMap(({ document, path }) => {
    const address = addressOn(origin, path);
    const url = address === undefined ? undefined : webUrl(address);
    if (url === undefined) return [];
    const query = Object.fromEntries(url.searchParams);
    const visit = signing?.visit({ state, path: decodeURIComponent(url.pathname), query, tools });
    return visit === undefined ? [] : [{ document, signer: visit.signer, state: visit.state, url: url.href }];
  });
}
