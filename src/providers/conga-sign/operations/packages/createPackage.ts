import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { file } from '../../../../kit/fields';
import { sources } from '../../sources';
import { emptyPdf } from '../documents/emptyPdf';
import { languageIsListed } from '../languageRule';
import { errorReplies } from '../replies';
import { packageContent } from './packageFields';
import { creationReply } from './packageReplies';
import { roleIdsAreUnique } from './packageRules';
import { creationEffects } from './statusEffects';

const failures = [
  'bad-request',
  'not-authorized',
  'access-denied',
  'unexpected-error',
  'role-id-taken',
  'language-unlisted',
];

const signer = (number: number) => ({
  email: `signer${number}@example.com`,
  firstName: `FirstNameSigner${number}`,
  lastName: `LastNameSigner${number}`,
});

const workflowRole = (number: number) => ({
  id: `role${number}`,
  index: number,
  type: 'SIGNER',
  signers: [signer(number)],
  name: `signer${number}`,
});

export const createPackage = defineOperation({
  id: 'conga-sign/create-package',
  title: 'Create a package',
  summary: 'Creates a package with its roles, as a draft or sent at once. Files cannot come this way.',
  method: 'POST',
  path: '/api/cs-packages',
  docs: sources.workflow,
  request: { body: packageContent },
  effects: creationEffects,
  replies: { 200: creationReply, ...errorReplies },
  rules: [roleIdsAreUnique, languageIsListed],
  failures,
  examples: [
    {
      title: 'Four signers, one after the other',
      source: 'documented',
      body: { roles: [workflowRole(1), workflowRole(2), workflowRole(3), workflowRole(4)] },
    },
    { title: 'An empty draft', source: 'minimal', body: { name: 'Example Package' } },
    {
      title: 'A draft with one signer',
      source: 'ours',
      body: {
        name: 'Consulting agreement',
        status: 'DRAFT',
        type: 'PACKAGE',
        language: 'en',
        roles: [{ id: 'Signer1', name: 'Client', type: 'SIGNER', index: 1, signers: [signer(1)] }],
        settings: { ceremony: { handOver: { href: 'https://www.example.com/done' } } },
      },
    },
  ],
});

const signatureField = (top: number) => ({
  page: 0,
  top,
  subtype: 'FULLNAME',
  height: 50,
  left: 100,
  width: 200,
  type: 'SIGNATURE',
});

const transactionRole = (number: number) => ({
  id: `Role${number}`,
  signers: [
    {
      email: `signer${number}@example.com`,
      firstName: `${number}.firstname`,
      lastName: `${number}.lastname`,
      company: 'Conga Sign',
    },
  ],
});

export const createPackageWithDocument = defineOperation({
  id: 'conga-sign/create-package-with-document',
  title: 'Create a package with a document',
  summary: 'Creates a package and uploads the file of its document, as a draft or sent at once.',
  method: 'POST',
  path: '/api/cs-packages',
  docs: sources.transaction,
  encoding: 'multipart',
  request: {
    body: z.object({
      file: file('File', 'The file of the first document.', ['pdf', 'docx', 'doc']),
      payload: packageContent.meta({ title: 'Package', description: 'The package itself.' }),
    }),
  },
  effects: creationEffects,
  replies: { 200: creationReply, ...errorReplies },
  rules: [languageIsListed],
  failures,
  examples: [
    {
      title: 'Two signers, sent at once',
      source: 'documented',
      body: {
        file: emptyPdf,
        payload: {
          roles: [transactionRole(1), transactionRole(2)],
          documents: [
            {
              approvals: [
                { role: 'Role1', fields: [signatureField(100)] },
                { role: 'Role2', fields: [signatureField(300)] },
              ],
              name: 'Test Document',
            },
          ],
          name: 'Example Package',
          type: 'PACKAGE',
          language: 'en',
          emailMessage: '',
          description: 'New Package',
          autocomplete: true,
          status: 'SENT',
        },
      },
    },
    { title: 'A draft', source: 'minimal', body: { file: emptyPdf, payload: { name: 'Example Package' } } },
  ],
});
