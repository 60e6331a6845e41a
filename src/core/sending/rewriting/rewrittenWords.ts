import { t } from '@vscode/l10n';
import { originalOf } from './alias';
import type { Rewriting } from './rewriting';
import type { RewrittenRecipient } from './rewrittenRecipient';

/** What a person is told of somebody who was replaced. */
export function rewrittenWords({ from, to }: RewrittenRecipient): string {
  return to === undefined ? t('{0} is left out', from) : t('{0} gets it as {1}', from, to);
}

/** Both addresses of the owner of a link. */
export function linkOwner({ recipient, inPlaceOf }: LinkOwner): string | undefined {
  return recipient === undefined || inPlaceOf === undefined ? recipient : t('{0} (as {1})', inPlaceOf, recipient);
}

interface LinkOwner {
  readonly recipient?: string | undefined;
  readonly inPlaceOf?: string | undefined;
}

/** Whom a reply means by an address of one's own; undefined where it is nobody else's alias. */
export function meantBy(
  rewriting: Rewriting | undefined,
  address: string,
  recipients: readonly RewrittenRecipient[] = [],
): string | undefined {
  if (rewriting === undefined) return undefined;
  const known = new Map(recipients.flatMap(({ from, to }) => (to === undefined ? [] : [[to, from] as const])));
  return originalOf(rewriting, address.toLowerCase(), known);
}
