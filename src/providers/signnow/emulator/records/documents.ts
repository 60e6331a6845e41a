import type { PdfPage } from '../../../../kit/files/pdf';
import type { EmulatedInvite, EmulatedRole, FreeFormInvite } from './invites';

export interface EmulatedDocument {
  readonly id: string;
  /** E-mail address of the owner's account. */
  readonly owner: string;
  readonly name: string;
  readonly template: boolean;
  /** ID of the template that it is a copy of. */
  readonly origin?: string | undefined;
  /** Worked on since it was uploaded; decides which of the two lists it is in. */
  modified: boolean;
  readonly createdAt: number;
  updatedAt: number;
  /** What was uploaded. */
  readonly file: EmulatedFile;
  roles: readonly EmulatedRole[];
  fields: readonly EmulatedField[];
  invites: readonly EmulatedInvite[];
  /** Whose invites were deleted one by one, the newest last: somebody else may take their place. */
  deletedInvites?: readonly EmulatedInvite[] | undefined;
  /** Who gets a mail when everybody has signed. */
  told?: readonly string[] | undefined;
  /** Who was asked to sign a document that has no fields. */
  requests: readonly FreeFormInvite[];
}

export interface EmulatedFile {
  readonly name: string;
  /** Nobody uploaded the demo documents. */
  readonly content: Uint8Array | undefined;
  readonly pages: readonly PdfPage[];
}

export interface EmulatedField {
  readonly id: string;
  readonly type: string;
  readonly roleId: string;
  attributes: FieldAttributes;
  filled?: FilledIn | undefined;
}

/** Who has filled a field, and when. */
export interface FilledIn {
  readonly by: string;
  readonly at: number;
}

export interface FieldAttributes {
  readonly page_number: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly required?: boolean | undefined;
  readonly name?: string | undefined;
  readonly label?: string | undefined;
  readonly prefilled_text?: string | undefined;
}
