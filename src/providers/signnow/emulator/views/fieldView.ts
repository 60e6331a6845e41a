import { firstByKey } from '../../../../kit/firstByKey';
import type { DocumentReply } from '../../operations/documents/documentReply';
import type { EmulatedDocument, EmulatedField, FieldAttributes } from '../records/documents';
import type { FreeFormInvite } from '../records/invites';
import { seconds } from './seconds';

/** Another ID that belongs to the same thing, always the same one. */
export function relatedId(id: string): string {
  return id.slice(8) + id.slice(0, 8);
}

type FieldReply = DocumentReply['fields'][number];

export function viewFields(document: EmulatedDocument): readonly FieldReply[] {
  const roles = firstByKey(document.roles, ({ id }) => id);
  const invited = new Set(document.invites.map(({ role }) => role.id));
  return document.fields.map((field) => {
    const { id, type, roleId, attributes, filled } = field;
    const request = invited.has(roleId) ? relatedId(id) : null;
    return {
      id,
      type,
      role_id: roleId,
      json_attributes: viewAttributes(attributes),
      role: roles.get(roleId)?.name ?? '',
      originator: document.owner,
      fulfiller: filled?.by ?? null,
      field_request_id: request,
      element_id: isSignature(field) && filled !== undefined ? elementId(id) : null,
      field_request_canceled: null,
      template_field_id: null,
      field_id: request,
    };
  });
}

function viewAttributes({ required = false, ...attributes }: FieldAttributes): FieldReply['json_attributes'] {
  const { name, label, prefilled_text, ...place } = attributes;
  return {
    ...place,
    required,
    ...(name !== undefined && { name }),
    ...(label !== undefined && { label }),
    ...(prefilled_text !== undefined && { prefilled_text }),
  };
}

type SignatureReply = DocumentReply['signatures'][number];

/** The signatures in fields, and those of people who were asked to sign somewhere. */
export function viewSignatures({ fields, requests }: EmulatedDocument): readonly SignatureReply[] {
  return [...fields.filter(isSignature).flatMap(fieldSignature), ...requests.flatMap(freeSignature)];
}

function isSignature({ type }: EmulatedField): boolean {
  return type === 'signature' || type === 'initials';
}

function fieldSignature({ id, type, attributes, filled }: EmulatedField): readonly SignatureReply[] {
  if (filled === undefined) return [];
  return [
    {
      ...signatureBase,
      ...placeOf(attributes),
      id: elementId(id),
      email: filled.by,
      subtype: type,
      created: seconds(filled.at),
      signature_request_id: relatedId(id),
    },
  ];
}

function freeSignature({ id, email, status, updatedAt }: FreeFormInvite): readonly SignatureReply[] {
  if (status !== 'fulfilled') return [];
  return [
    {
      ...signatureBase,
      ...placeOf({ page_number: 0, x: 70, y: 362, width: 83, height: 21 }),
      id: elementId(id),
      email,
      subtype: 'signature',
      created: seconds(updatedAt),
      signature_request_id: id,
    },
  ];
}

/** Of the signature itself, as its field refers to it. */
export function elementId(id: string): string {
  return relatedId(relatedId(id));
}

function placeOf({
  page_number,
  x,
  y,
  width,
  height,
}: Pick<FieldAttributes, 'page_number' | 'x' | 'y' | 'width' | 'height'>) {
  return {
    page_number: String(page_number),
    x: String(x),
    y: String(y),
    width: String(width),
    height: String(height),
  };
}

/** A signer has no account here. The picture is one empty dot. */
const signatureBase = {
  user_id: '0000000000000000000000000000000000000000',
  allow_editing: false,
  owner_as_recipient: false,
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
};
