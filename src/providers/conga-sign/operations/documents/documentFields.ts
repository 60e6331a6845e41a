import * as z from 'zod';
import { flag, list, text, wholeNumber } from '../../../../kit/fields';
import { freeForm, timestamp } from '../fields';
import { field } from './fieldFields';

/** Who signs a document where, as calls take it. */
export const approval = z.object({
  role: text('Role', 'ID of the role that signs.', 'Role1'),
  fields: list(field, 'Fields', 'Signature and input fields.', 'Field'),
  id: text('Approval ID', 'ID of the approval.'),
  name: text('Name', 'Name of the approval.'),
  optional: flag('Optional', 'The role may leave it unsigned.'),
  enforceCaptureSignature: flag('Drawn signature', 'The signature has to be drawn.'),
  accepted: timestamp('Accepted', 'Set by the API.'),
  signed: timestamp('Signed', 'Set by the API.'),
  data: freeForm({ title: 'Data', description: 'Values of your own.' }),
});

/** What a change of a document takes, and its creation besides. */
export const documentShape = {
  name: text('Name', 'Name of the document; OneSpan takes 256 characters.', 'Test Document'),
  description: text('Description', 'What the document is about.'),
  index: wholeNumber('Index', 'Place of the document in the package.'),
  data: freeForm({ title: 'Data', description: 'Values of your own.' }),
};

export const document = z.object({
  name: documentShape.name,
  approvals: list(approval, 'Approvals', 'Who signs the document, and where.', 'Approval'),
  id: text('Document ID', 'ID of the document.'),
  index: documentShape.index,
  description: documentShape.description,
  fields: list(field, 'Fields', 'Fields that nobody signs, such as codes.', 'Field'),
  extract: flag('Extract', 'Fields are taken from the document.'),
  extractionTypes: list(
    z.string(),
    'Extraction',
    'How fields are taken from the document: TEXT_TAGS, ACROFIELDS.',
    'Kind',
    { examples: [['TEXT_TAGS']] },
  ),
  external: freeForm({ title: 'External', description: 'The source outside of the API that the document comes from.' }),
  data: documentShape.data,
});

export type ApprovalInput = z.output<typeof approval>;
export type DocumentInput = z.output<typeof document>;
