import * as z from 'zod';
import type { SigningLink } from '../../core/operation';
import { fullName } from '../../kit/fullName';

const nullableText = z.string().nullish();

/** The part of signers and approvers that their links are told by. */
const linked = z.object({
  info: z.object({ email: nullableText, first_name: nullableText, last_name: nullableText }).optional(),
  signature_link: nullableText,
  signature_link_expiration_date: nullableText,
  approval_link: nullableText,
  approval_link_expiration_date: nullableText,
});

/** Of one signer or approver, or of a list of them. There is a link once they were notified. */
export function signerLinks(reply: unknown): readonly SigningLink[] {
  return (Array.isArray(reply) ? reply : [reply]).flatMap(linkOf);
}

const activated = z.object({ signers: z.unknown(), approvers: z.unknown() });

/** Of everybody whom an activated signature request notifies. It names nobody: they are told apart by their places. */
export function activatedLinks(reply: unknown): readonly SigningLink[] {
  const { data } = activated.safeParse(reply);
  if (data === undefined) return [];
  return [...placedLinks('Approver', data.approvers), ...placedLinks('Signer', data.signers)];
}

function placedLinks(role: string, people: unknown): readonly SigningLink[] {
  const list: readonly unknown[] = Array.isArray(people) ? people : [];
  return list.flatMap((one, index) => linkOf(one).map((link) => ({ recipient: `${role} ${index + 1}`, ...link })));
}

function linkOf(one: unknown): readonly SigningLink[] {
  const { data } = linked.safeParse(one);
  const url = data?.signature_link ?? data?.approval_link;
  if (data === undefined || url == null) return [];
  const { email, first_name: first, last_name: last } = data.info ?? {};
  const recipient = email || fullName(first, last);
  const expiresAt = Date.parse(data.signature_link_expiration_date ?? data.approval_link_expiration_date ?? '');
  return [{ url, ...(recipient !== '' && { recipient }), ...(Number.isFinite(expiresAt) && { expiresAt }) }];
}
