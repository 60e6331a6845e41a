import { nearest } from '../../../../core/forms/wording/nearest';
import type { Finding } from '../../../../core/operation';
import { writes } from '../../../../kit/mending/mends';
import type { GroupFacts } from '../../facts/groupFacts';

/** An address that nobody has who was invited; one that is almost like it is meant. */
export function namesNobody(message: string, email: string | undefined, group: GroupFacts | undefined): Finding {
  const invited = [...new Set((group?.signers ?? []).map((signer) => signer.email))];
  const meant = email === undefined ? undefined : nearest(email, invited);
  return { pointer: '/body/email', message, ...(meant !== undefined && { mend: writes('/body/email', meant) }) };
}
