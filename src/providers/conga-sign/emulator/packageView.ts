import { firstByKey } from '../../../kit/firstByKey';
import { type PackageFacts, packageFacts } from '../facts';
import type { DocumentReply, PackageReply } from '../operations/replies';
import { demoSender } from './account';
import { type EmulatedDocument, type EmulatedPackage, type EmulatedRole, isoTime, signingRoles } from './state';

/** The package as GET shows it. */
export function viewPackage(holder: EmulatedPackage): PackageReply {
  const { values, completedAt } = holder;
  const roles = firstByKey(holder.roles, ({ body }) => body.id);
  return {
    name: '',
    type: 'PACKAGE',
    description: '',
    emailMessage: '',
    language: 'en',
    due: null,
    autocomplete: true,
    visibility: 'ACCOUNT',
    data: null,
    notarized: false,
    ...values,
    sender: { ...demoSender, ...values.sender },
    id: holder.id,
    status: holder.status,
    trashed: false,
    created: isoTime(holder.createdAt),
    updated: isoTime(holder.updatedAt),
    completed: completedAt === undefined ? null : isoTime(completedAt),
    roles: holder.roles.map(({ body }) => body),
    documents: [consentDocument(holder), ...holder.documents.map((document) => viewDocument(roles, document))],
    messages: holder.messages.map(({ content, created, from }) => ({
      content,
      created: isoTime(created),
      status: 'NEW',
      from: { email: from.signers?.[0]?.email ?? '' },
    })),
  };
}

export function factsOf(holder: EmulatedPackage): PackageFacts {
  return packageFacts(viewPackage(holder));
}

export const consentTitle = 'Electronic Disclosures and Signatures Consent';

/** Every package has one: whoever signs accepts it, also when no other document names them. */
function consentDocument(holder: EmulatedPackage): DocumentReply {
  return {
    id: 'default-consent',
    name: consentTitle,
    index: 0,
    approvals: signingRoles(holder).map(({ body, signedAt }) => ({
      id: `consent-${body.id}`,
      role: body.id,
      accepted: signedAt === undefined ? null : isoTime(signedAt),
      signed: signedAt === undefined ? null : isoTime(signedAt),
      fields: [],
    })),
  };
}

function viewDocument(
  roles: ReadonlyMap<string, EmulatedRole>,
  { approvals, ...document }: EmulatedDocument,
): DocumentReply {
  return {
    ...document,
    approvals: approvals.map((approval) => {
      const signedAt = roles.get(approval.role ?? '')?.signedAt;
      const date = signedAt === undefined ? null : isoTime(signedAt);
      return { ...approval, accepted: date, signed: date };
    }),
  };
}
