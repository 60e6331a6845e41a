import { servedAddress } from '../../core/addresses/webAddress';
import type { UnmailedSigner } from '../../core/emulation';
import type { SigningVisit } from '../../core/recipients/signingVisit';
import type { Emulation } from '../answering/answerOperation';
import { listSigners } from '../signers';

export type FoundPage = { readonly url: string } | { readonly missing: string };

/** The page of somebody on a document; one that the API gives by a call is made, where that is all the call does. */
export function findPage(
  emulation: Emulation,
  state: unknown,
  { document = '', as = '' }: { readonly document?: string | undefined; readonly as?: string | undefined },
  baseUrl: string,
): FoundPage {
  const isMeant = named(as);
  const mailed = listSigners(emulation, state, baseUrl).filter(
    (page) => page.document === document && isMeant(page.signer),
  );
  // Whoever is asked twice acts where they can.
  const url = (mailed.find((page) => page.state === 'open') ?? mailed[0])?.url;
  if (url !== undefined) return { url };
  const { definition, tools } = emulation;
  const others = (definition.signing?.unmailed?.(state, document) ?? []).filter(({ signer }) => isMeant(signer));
  const other = others.find(({ open }) => open !== undefined) ?? others[0];
  if (other === undefined) return { missing: 'There is nobody of that name on the document.' };
  const path = other.open?.(tools);
  const made = path === undefined ? undefined : servedAddress(baseUrl, path);
  return made === undefined ? { missing: pageMissing(other) } : { url: made };
}

function named(as: string): (signer: SigningVisit['signer']) => boolean {
  const wanted = as.toLowerCase();
  return ({ name, email, role = '' }) =>
    wanted !== '' && [email, name, role].some((one) => one.toLowerCase() === wanted);
}

function pageMissing({ signer: { email, name, role }, pageBy }: UnmailedSigner): string {
  const who = email || name || role;
  if (pageBy === 'turn') return `${who} has no signing page yet: others sign first.`;
  if (pageBy === 'nothing') return `${who} has nothing to sign on the document.`;
  return `${who} has no signing page yet: "${pageBy.title}" (${pageBy.id}) makes one.`;
}
