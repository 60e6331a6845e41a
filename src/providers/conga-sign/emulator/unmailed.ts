import type { UnmailedSigner } from '../../../core/emulation';
import type { SigningVisit } from '../../../core/recipients/signingVisit';
import { fullName } from '../../../kit/fullName';
import { sendPackage } from '../operations/packages/packages';
import { getSigningUrl } from '../operations/signers/signing';
import { emailOf, signingPath } from './signingPages';
import type { EmulatedRole, State } from './state';

/** A signing URL is asked for; that of a draft lets nobody sign. */
export function unmailedSigners({ packages }: State, id: string): readonly UnmailedSigner[] {
  const holder = packages.get(id);
  if (holder === undefined) return [];
  return holder.roles
    .filter(({ body }) => body.signers.length > 0)
    .map((role) =>
      holder.status === 'DRAFT'
        ? { signer: signerOf(role), pageBy: sendPackage }
        : { signer: signerOf(role), pageBy: getSigningUrl, open: () => signingPath(role) },
    );
}

export function signerOf(role: EmulatedRole): SigningVisit['signer'] {
  const [signer] = role.body.signers;
  return {
    name: fullName(signer?.firstName, signer?.lastName),
    email: emailOf(role),
    ...(role.body.name && { role: role.body.name }),
  };
}
