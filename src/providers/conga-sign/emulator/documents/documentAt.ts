import { type HandlerContext, isRejection, type Rejection } from '../../../../core/emulation';
import { refuse } from '../../failures';
import type { FieldReply } from '../../operations/documents/documentReplies';
import { type EmulatedPackage, packageAt, type State } from '../state';
import { consentId } from './consent';
import type { EmulatedApproval, EmulatedDocument } from './newDocument';

/* What a path names, or why there is no such thing. */

type In<Path> = Pick<HandlerContext<State, { readonly path: Path }>, 'state' | 'values' | 'tools'>;

interface DocumentPath {
  readonly packageId: string;
  readonly documentId: string;
}

interface ApprovalPath extends DocumentPath {
  readonly approvalId: string;
}

export type InDocument = In<DocumentPath>;
export type InApproval = In<ApprovalPath>;
export type InField = In<ApprovalPath & { readonly fieldId: string }>;

export interface FoundDocument {
  readonly holder: EmulatedPackage;
  readonly document: EmulatedDocument;
}

export interface FoundApproval extends FoundDocument {
  readonly approval: EmulatedApproval;
}

export interface FoundField extends FoundApproval {
  readonly field: FieldReply;
}

export function documentAt({ documents }: EmulatedPackage, id: string | undefined): EmulatedDocument | undefined {
  return id === undefined ? undefined : documents.find(({ body }) => body.id === id);
}

/** For a change: the consent is there to be read. */
export function documentFor({ state, values: { path }, tools }: InDocument): FoundDocument | Rejection {
  const holder = packageAt(state, path.packageId, tools.now());
  if (isRejection(holder)) return holder;
  if (path.documentId === consentId) return refuse('bad-request');
  const document = documentAt(holder, path.documentId);
  return document === undefined ? refuse('document-not-found') : { holder, document };
}

export function approvalFor(context: InApproval): FoundApproval | Rejection {
  const found = documentFor(context);
  if (isRejection(found)) return found;
  const approval = found.document.body.approvals.find(({ id }) => id === context.values.path.approvalId);
  return approval === undefined ? refuse('approval-not-found') : { ...found, approval };
}

export function fieldFor(context: InField): FoundField | Rejection {
  const found = approvalFor(context);
  if (isRejection(found)) return found;
  const field = found.approval.fields.find(({ id }) => id === context.values.path.fieldId);
  return field === undefined ? refuse('field-not-found') : { ...found, field };
}
