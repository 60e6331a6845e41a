import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { requiredText, secretReply } from '../../../../kit/fields';
import { loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { guarded, rolePath } from '../fields';
import { errorReplies, usual, usualOfValues } from '../replies';
import { suggestRolesAt } from '../roles/roleRules';

const verification = z.object({
  typeId: requiredText('Type ID', 'Which kind of verification: one of those that the account has.', 'DIGIPASS'),
  payload: z.string().meta({
    title: 'Payload',
    description: 'What that kind of verification needs to know of the signer.',
    examples: ['FDB1234567'],
    secret: true,
  }),
});

export const verificationReply = z.object({ typeId: z.string(), payload: secretReply('Payload') });

const path = '/api/cs-packages/{packageId}/roles/{roleId}/verification';
const common = [...usual, 'package-not-found', 'role-not-found'];
const ofSigner = { ...guarded, roleId: 'Signer1' };
const known = { docs: sources.openApi, loadFacts: loadPackageFacts, suggest: suggestRolesAt('/path/roleId') } as const;

export const getVerification = defineOperation({
  id: 'conga-sign/get-verification',
  title: 'Get the verification of a role',
  summary: 'Returns the advanced verification that is assigned to a role; an empty reply where there is none.',
  method: 'GET',
  path,
  ...known,
  request: { path: rolePath },
  replies: { 200: verificationReply, 204: z.undefined(), ...errorReplies },
  failures: common,
  examples: [{ title: 'A signer with a Digipass', source: 'documented', path: ofSigner }],
});

export const createVerification = defineOperation({
  id: 'conga-sign/create-verification',
  title: 'Assign a verification to a role',
  summary: 'Has the signer of a role verified by an advanced method, such as an external one.',
  method: 'POST',
  path,
  ...known,
  request: { path: rolePath, body: verification },
  replies: { 200: verificationReply, ...errorReplies },
  failures: ['bad-request', ...common],
  examples: [
    {
      title: 'A Digipass',
      source: 'documented',
      path: { ...guarded, roleId: 'Signer2' },
      body: { typeId: 'DIGIPASS', payload: 'FDB1234567' },
    },
  ],
});

export const updateVerification = defineOperation({
  id: 'conga-sign/update-verification',
  title: 'Change the verification of a role',
  summary: 'Replaces the advanced verification that is assigned to a role already.',
  method: 'PUT',
  path,
  ...known,
  request: { path: rolePath, body: verification },
  replies: { 200: verificationReply, ...errorReplies },
  failures: [...usualOfValues, 'package-not-found', 'role-not-found', 'verification-not-found'],
  examples: [
    {
      title: 'Another Digipass',
      source: 'documented',
      path: ofSigner,
      body: { typeId: 'DIGIPASS', payload: 'FDB7654321' },
    },
  ],
});

export const deleteVerification = defineOperation({
  id: 'conga-sign/delete-verification',
  title: 'Delete the verification of a role',
  summary: 'The signer of the role is no longer verified by an advanced method.',
  method: 'DELETE',
  path,
  ...known,
  request: { path: rolePath },
  // Conga's description says 204, OneSpan's 200; both without a body.
  replies: { 204: z.undefined(), 200: z.undefined(), ...errorReplies },
  failures: ['bad-request', ...common, 'verification-not-found'],
  examples: [{ title: 'A signer with a Digipass', source: 'documented', path: ofSigner }],
});
