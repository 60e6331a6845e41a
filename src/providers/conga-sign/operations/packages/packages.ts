import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { fixed, text } from '../../../../kit/fields';
import { loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { draft, packagePath, sent } from '../fields';
import { languageIsListed } from '../languageRule';
import { errorReplies, usual, usualOfValues } from '../replies';
import { packageShape } from './packageFields';
import { changeReply } from './packageReplies';
import { sendRules } from './packageRules';
import { statusEffects } from './statusEffects';
import { statusFailures, statusRules, statusShape } from './statusRules';

export const sendPackage = defineOperation({
  id: 'conga-sign/send-package',
  title: 'Send a package',
  summary: 'Sets the status of a draft to SENT: the signers whose turn it is are notified.',
  method: 'PUT',
  path: '/api/cs-packages/{packageId}',
  docs: sources.transaction,
  request: {
    path: packagePath,
    body: z.object({
      status: fixed('SENT', 'Status', 'The new status.'),
      name: text('Name', 'Name of the package; the API description asks for it, the documentation does without.'),
    }),
  },
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 200: changeReply, ...errorReplies },
  rules: sendRules,
  failures: [...usualOfValues, 'package-not-found', 'package-not-modifiable', 'package-not-ready'],
  examples: [
    { title: 'A draft', source: 'documented', path: draft, body: { status: 'SENT' } },
    { title: 'With its name', source: 'ours', path: draft, body: { status: 'SENT', name: 'Consulting agreement' } },
  ],
  loadFacts: loadPackageFacts,
});

export const updatePackage = defineOperation({
  id: 'conga-sign/update-package',
  title: 'Update a package',
  summary: 'Changes values of a package; status DRAFT takes a sent one back. Roles and documents stay as they are.',
  method: 'PUT',
  path: '/api/cs-packages/{packageId}',
  docs: sources.openApi,
  request: { path: packagePath, body: z.object({ ...packageShape, messages: statusShape.messages }) },
  effects: statusEffects,
  replies: { 200: changeReply, ...errorReplies },
  rules: [...statusRules, languageIsListed],
  failures: [...usualOfValues, 'package-not-found', ...statusFailures, 'language-unlisted'],
  examples: [
    { title: 'Back to draft', source: 'documented', path: sent, body: { status: 'DRAFT' } },
    { title: 'Another name', source: 'ours', path: draft, body: { name: 'Consulting agreement 2' } },
  ],
  loadFacts: loadPackageFacts,
});

export const deletePackage = defineOperation({
  id: 'conga-sign/delete-package',
  title: 'Delete a package',
  summary: 'Deletes a package for good.',
  method: 'DELETE',
  path: '/api/cs-packages/{packageId}',
  docs: sources.openApi,
  request: { path: packagePath },
  // Conga's description says 204, OneSpan's 200; both without a body.
  replies: { 204: z.undefined(), 200: z.undefined(), ...errorReplies },
  failures: [...usual, 'package-not-found'],
  examples: [{ title: 'A package', source: 'documented', path: draft }],
});

export const getSigningStatus = defineOperation({
  id: 'conga-sign/get-signing-status',
  title: 'Get the signing status of a package',
  summary: 'Says how far the signing of a package is.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/signingStatus',
  docs: sources.openApi,
  request: { path: packagePath },
  replies: { 200: z.object({ status: z.string() }), ...errorReplies },
  failures: [...usual, 'package-not-found'],
  examples: [{ title: 'A sent package', source: 'documented', path: sent }],
});
