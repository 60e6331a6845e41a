import type { Choice } from '../../../../protocol/form';
import { describeSigner } from '../../codes';
import type { SessionFacts } from '../../facts';

/** IDs and addresses of the session's signers, for lists of signers. */
export function suggestSigners(
  pointer: string,
  { signers }: SessionFacts,
): Readonly<Record<string, readonly Choice[]>> {
  const choices = (pick: (signer: SessionFacts['signers'][number]) => string) =>
    signers
      .filter((signer) => pick(signer) !== '')
      .map((signer) => ({
        value: pick(signer),
        label: pick(signer),
        description: [`${signer.firstName} ${signer.lastName}`.trim(), signer.role, describeSigner(signer.status)?.text]
          .filter(Boolean)
          .join(', '),
      }));
  return {
    [`${pointer}/*/SignerId`]: choices(({ id }) => id),
    [`${pointer}/*/EmailAddress`]: choices(({ email }) => email),
  };
}
