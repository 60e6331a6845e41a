import * as z from 'zod';
import { flag, longText, text, wholeNumber } from '../../../../kit/fields';
import { freeForm, specialTypes } from '../fields';
import { signer } from '../signers/signerFields';

const attachmentFile = z.object({
  id: wholeNumber('ID', 'ID of the file.'),
  name: text('Name', 'Name of the file.'),
  insertDate: wholeNumber('Inserted', 'When the file came, in epoch format.'),
  preview: flag('Preview', 'The file can be previewed.'),
});

const attachmentRequirement = z.object({
  id: text('ID', 'ID of the attachment.'),
  name: text('Name', 'Name of the attachment.', 'Driver’s licence'),
  description: text('Description', 'What the signer is to attach.'),
  required: flag('Required', 'The signer cannot finish without it.'),
  status: z
    .enum(['INCOMPLETE', 'REJECTED', 'COMPLETE'])
    .optional()
    .meta({
      title: 'Status',
      description: 'Whether the attachment has come and was accepted.',
      examples: ['INCOMPLETE'],
      labels: { INCOMPLETE: 'Incomplete', REJECTED: 'Rejected', COMPLETE: 'Complete' },
    }),
  comment: text('Comment', 'Comment on the attachment.'),
  files: z.array(attachmentFile).optional().meta({
    title: 'Files',
    description: 'Files that were attached.',
    itemLabel: 'File',
  }),
  data: freeForm({ title: 'Data', description: 'Metadata of the attachment.' }),
});

/** A role with its signers. Nothing is required; the documentation's own table comes first. */
export const role = z.object({
  id: text('Role ID', 'ID of the role. The API generates one when it is left out.', 'Signer5'),
  name: text('Role name', 'Name of the role.', 'Signer5'),
  type: z
    .enum(['SIGNER', 'SENDER'])
    .optional()
    .meta({
      title: 'Role type',
      description: 'SIGNER without it.',
      examples: ['SIGNER'],
      initial: 'SIGNER',
      labels: { SIGNER: 'Signer', SENDER: 'Sender' },
    }),
  signers: z
    .array(signer)
    .optional()
    .meta({
      title: 'Signers',
      description: 'Who takes the role; every documented example has one signer.',
      itemLabel: 'Signer',
      initial: [{ email: '', firstName: '', lastName: '' }],
    }),
  reassign: flag('Reassign', 'The signer may hand the role over to somebody else; false without it.'),
  index: wholeNumber('Signing order', 'Roles sign in ascending order, equal numbers at the same time.', 1),
  emailMessage: z
    .object({
      content: longText('Text', 'Text of the message.', 'Please sign the contract.'),
    })
    .nullable()
    .optional()
    .meta({ title: 'E-mail message', description: 'Message in the e-mail to this role.', nullLabel: 'None' }),
  attachmentRequirements: z.array(attachmentRequirement).optional().meta({
    title: 'Attachments',
    description: 'What the signer must attach.',
    itemLabel: 'Attachment',
  }),
  specialTypes,
  locked: flag('Locked', 'The role is locked after the signer failed to authenticate several times.'),
  downloadEvidenceSummaryBySigner: flag(
    'Download evidence summary',
    'The signer can download the evidence summary once signing is complete.',
  ),
  data: freeForm({ title: 'Data', description: 'Metadata of the role.' }),
});

/** A change starts empty: what it holds overrides what is there. */
export const roleChange = role.extend({
  type: role.shape.type.meta({ initial: undefined }),
  signers: role.shape.signers.meta({ initial: undefined }),
});

export type RoleInput = z.output<typeof role>;
export type SignerInput = z.output<typeof signer>;
