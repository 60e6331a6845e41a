import type { UserReply } from '../../operations/packages/senderReply';
import type { RoleReply } from '../../operations/replies';
import { demoSender } from '../account';

/** Who takes a role; of one that nobody takes only the role is known. */
export function userOf({ id, name, signers: [signer] }: RoleReply): UserReply {
  const nobody = { id, name, email: '', firstName: '', lastName: '', company: '', updated: demoSender.updated };
  return userFrom(signer ?? { ...nobody, userCustomFields: [], professionalIdentityFields: [] });
}

type Person = Omit<UserReply, 'timezoneId'> & { readonly timezoneId?: string | null | undefined };

/** As messages name them. */
export function userFrom(person: Person): UserReply {
  return {
    id: person.id,
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    name: person.name,
    company: person.company,
    title: person.title ?? '',
    phone: person.phone ?? '',
    language: person.language ?? 'en',
    timezoneId: person.timezoneId ?? 'GMT',
    address: person.address ?? null,
    signature: person.signature ?? null,
    external: person.external ?? null,
    data: person.data ?? null,
    created: person.created ?? person.updated,
    updated: person.updated,
    userCustomFields: person.userCustomFields,
    professionalIdentityFields: person.professionalIdentityFields,
    specialTypes: person.specialTypes ?? [],
  };
}
