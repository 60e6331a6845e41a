import { firstByKey } from '../../../../kit/firstByKey';
import type { ApprovalReply, DocumentReply } from '../../operations/documents/documentReplies';
import { type EmulatedPackage, type EmulatedRole, printedTime } from '../state';
import { consentDocument } from './consent';
import type { EmulatedApproval, EmulatedDocument } from './newDocument';

type DatesOf = (approval: EmulatedApproval) => ApprovalReply;

/** All documents of a package in their order. */
export function viewDocuments(holder: EmulatedPackage): readonly DocumentReply[] {
  const dated = signedIn(holder);
  const own = holder.documents.map(({ body }) => ({ ...body, approvals: body.approvals.map(dated) }));
  return [consentDocument(holder), ...own.sort((one, other) => one.index - other.index)];
}

export function viewDocument(holder: EmulatedPackage, { body }: EmulatedDocument): DocumentReply {
  return { ...body, approvals: body.approvals.map(signedIn(holder)) };
}

export function viewApproval(holder: EmulatedPackage, approval: EmulatedApproval): ApprovalReply {
  return signedIn(holder)(approval);
}

/** Approvals name their role by its ID in examples, by its name in the description. */
export function roleNamed({ roles }: EmulatedPackage, key: string): EmulatedRole | undefined {
  return roles.find(({ body }) => body.id === key) ?? roles.find(({ body }) => body.name === key);
}

/** An approval is given when its role has signed. */
function signedIn({ roles }: EmulatedPackage): DatesOf {
  const byId = firstByKey(roles, ({ body }) => body.id);
  const byName = firstByKey(roles, ({ body }) => body.name);
  return (approval) => {
    const signedAt = (byId.get(approval.role) ?? byName.get(approval.role))?.signedAt;
    const date = signedAt === undefined ? null : printedTime(signedAt);
    return { ...approval, accepted: date, signed: date };
  };
}
