import * as z from 'zod';
import { addressOn } from '../../core/addresses/webAddress';
import type { SigningLink } from '../../core/operation';
import { fullName } from '../../kit/fullName';

interface Hosts {
  host(name: string): string;
}

/** The part of a member that its link is built from. */
const member = z.object({
  id: z.string().regex(/^\/members\/[\w-]+$/),
  status: z.string().optional(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  email: z.string().nullish(),
});

export type LinkedMember = z.output<typeof member>;

/** Whether the member still has something to sign; `processing` is over for the signer. */
export function isOpen({ status = 'pending' }: LinkedMember): boolean {
  return status === 'pending';
}

/** The API returns no link: it leads to the web app and names the member. Its lifetime is that of the procedure. */
export function memberLinks(reply: unknown, hosts: Hosts): readonly SigningLink[] {
  const parsed = member.safeParse(reply);
  if (!parsed.success || !isOpen(parsed.data)) return [];
  const url = addressOn(hosts.host('app'), `/procedure/sign?members=${parsed.data.id}`);
  if (url === undefined) return [];
  const recipient = nameOf(parsed.data);
  return [{ url, ...(recipient !== '' && { recipient }) }];
}

const membersInProcedure = z.object({ status: z.string(), members: z.array(z.unknown()) });

/** Nobody can sign a draft, so that links of its members would lead nowhere yet. */
export function procedureLinks(reply: unknown, hosts: Hosts): readonly SigningLink[] {
  const parsed = membersInProcedure.safeParse(reply);
  if (!parsed.success || parsed.data.status !== 'active') return [];
  return parsed.data.members.flatMap((one) => memberLinks(one, hosts));
}

export function nameOf({ firstname, lastname, email }: Omit<LinkedMember, 'id'>): string {
  if (email) return email;
  return fullName(firstname, lastname);
}
