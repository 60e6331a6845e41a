import * as z from 'zod';
import { choice, documentedAt, flag, list, longText, text, turnNumber, wholeNumber } from '../../../../kit/fields';
import { sources } from '../../sources';
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
  status: choice(
    { INCOMPLETE: 'Incomplete', REJECTED: 'Rejected', COMPLETE: 'Complete' },
    'Status',
    'Whether the attachment has come and was accepted.',
    {
      examples: ['INCOMPLETE'],
      meanings: {
        INCOMPLETE: 'The signer has not uploaded it yet.',
        REJECTED: 'The sender wants another one.',
        COMPLETE: 'It has come, and is not rejected.',
      },
    },
  ),
  comment: text('Comment', 'Comment on the attachment.'),
  files: list(attachmentFile, 'Files', 'Files that were attached.', 'File'),
  data: freeForm({ title: 'Data', description: 'Metadata of the attachment.' }),
});

/** A role with its signers. Nothing is required; the documentation's own table comes first. */
export const role = z.object({
  id: text('Role ID', 'ID of the role. The API generates one when it is left out.', 'Signer5'),
  name: text('Role name', 'Name of the role.', 'Signer5'),
  type: choice({ SIGNER: 'Signer', SENDER: 'Sender' }, 'Role type', 'SIGNER without it.', {
    examples: ['SIGNER'],
    initial: 'SIGNER',
    meanings: { SIGNER: 'Signs the documents.', SENDER: 'The role of the package’s sender.' },
  }),
  signers: list(signer, 'Signers', 'Who takes the role; every documented example has one signer.', 'Signer', {
    initial: [{ email: '', firstName: '', lastName: '' }],
    source: sources.signers,
  }),
  reassign: flag('Reassign', 'The signer may hand the role over to somebody else; false without it.'),
  index: documentedAt(
    sources.workflow,
    turnNumber('Signing order', 'Roles sign in ascending order, equal numbers at the same time.', 1),
  ),
  emailMessage: z
    .object({
      content: longText('Text', 'Text of the message.', 'Please sign the contract.'),
    })
    .nullable()
    .optional()
    .meta({ title: 'E-mail message', description: 'Message in the e-mail to this role.', nullLabel: 'None' }),
  attachmentRequirements: list(attachmentRequirement, 'Attachments', 'What the signer must attach.', 'Attachment', {
    source: sources.attachments,
  }),
  specialTypes,
  locked: documentedAt(
    sources.oneSpanUnlock,
    flag('Locked', 'The role is locked after the signer failed to authenticate several times.'),
  ),
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
