import * as z from 'zod';
import { requiredChoice, requiredList, requiredText } from '../../../../kit/fields';
import { authMethod, documentGroupPath, emailField, roleName, signingOrder } from '../fields';
import { actionMeanings } from '../groupInvites/groupInviteFields';
import { signerFields } from '../signerFields';

const signerDocument = z.object({
  id: requiredText('Document ID', 'ID of a document of the group.', '190c94e0d22742ee9c49ee67a40449ea305925fd'),
  role: roleName('Role of the signer in the document; needed to sign, left out to view.'),
  action: requiredChoice(
    { sign: 'Sign', view: 'View', approve: 'Approve (undocumented)' },
    'Action',
    'What the signer does with the document. "approve" is named by one client only.',
    { initial: 'sign', meanings: actionMeanings },
  ),
});

const signer = z.object({
  email: emailField("The signer's e-mail address: at most 150 characters, unique within the step, not the owner's."),
  auth_method: authMethod,
  documents: requiredList(
    signerDocument,
    'Documents',
    'Documents of the group that the signer signs or views.',
    'Document',
  ),
  ...signerFields,
});

const step = z.object({
  order: signingOrder('Number of the step, from 1. A step opens when all signers of the step before are done.', {
    alsoAccepts: 'string',
  }),
  signers: requiredList(signer, 'Signers', 'Everyone who signs or views in this step.', 'Signer', { turns: 'people' }),
});

export const groupInviteRequest = {
  path: documentGroupPath,
  body: z.object({
    invites: requiredList(step, 'Steps', 'The steps of signing, each with its signers.', 'Step'),
    sign_as_merged: z.boolean().optional().meta({
      title: 'Sign as merged',
      description: 'The signer opens all documents of the group in one signing session. Required by the documentation.',
      initial: true,
      alsoAccepts: 'string',
    }),
  }),
};

export const newGroupInviteReply = z.object({ data: z.object({ id: z.string() }) });
