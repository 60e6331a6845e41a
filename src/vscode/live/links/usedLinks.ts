import { emulatorConnectionId } from '../../../core/connections/connection';
import { isRecord } from '../../../core/json/jsonKinds';
import type { EmulatorAct } from '../../emulator/emulators';
import type { ShelvedLink } from './shelvedLink';

type PageAct = Extract<EmulatorAct, { readonly kind: 'page' }>;

/** Those that lead nowhere once their owner has finished or declined, through whichever of them. */
export function usedLinks(links: readonly ShelvedLink[], act: PageAct): readonly ShelvedLink[] {
  const { action, link: url, document: told } = act.act;
  if ((action !== 'finish' && action !== 'decline') || act.reply.status >= 400) return [];
  const opened = links.find(({ link }) => link.url === url);
  const document = told ?? opened?.document;
  const names = namesOf(act, opened);
  const isSameOwner = (one: ShelvedLink): boolean =>
    one.connection === emulatorConnectionId &&
    one.provider === act.provider &&
    one.link.opens === undefined &&
    document !== undefined &&
    one.document === document &&
    names.has(ownerOf(one));
  return links.filter((one) => one === opened || isSameOwner(one));
}

/** Whoever acted, as far as the page and the link tell. */
function namesOf({ act, reply }: PageAct, opened: ShelvedLink | undefined): ReadonlySet<string | undefined> {
  const signer = isRecord(reply.body) ? reply.body['signer'] : undefined;
  const told = isRecord(signer) ? [signer['email'], signer['name']] : [];
  const names = [act.as, ...told].filter((name) => typeof name === 'string' && name !== '').map(caseless);
  const owner = opened && ownerOf(opened);
  return new Set(owner === undefined ? names : [...names, owner]);
}

/** Several people may have one address of one's own in place of theirs. */
function ownerOf({ link, recipient }: ShelvedLink): string | undefined {
  const owner = link.inPlaceOf ?? link.recipient ?? recipient;
  return owner === undefined ? undefined : caseless(owner);
}

function caseless(name: unknown): string {
  return String(name).toLowerCase();
}
