import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { file } from '../../../../kit/fields';
import { loadPackageFacts, type PackageFacts } from '../../facts';
import { sources } from '../../sources';
import { draft, packagePath } from '../fields';
import { isModifiable } from '../packages/packageRules';
import { errorReplies, usualOfValues } from '../replies';
import { document } from './documentFields';
import { documentReply } from './documentReplies';
import { approvalFailures, approvalRules, eachApproval, nameFindings } from './documentRules';
import { emptyPdf } from './emptyPdf';

const uploadRequest = {
  path: packagePath,
  body: z.object({
    file: file('File', 'The file. Conga’s description calls the part File, OneSpan’s and Conga’s pages file.', [
      'pdf',
      'docx',
      'doc',
    ]),
    payload: document.meta({ title: 'Document', description: 'Name of the document, and who signs it where.' }),
  }),
};

const rule = defineRule<typeof uploadRequest, PackageFacts>;

export const uploadDocument = defineOperation({
  id: 'conga-sign/upload-document',
  title: 'Add a document to a package',
  summary: 'Uploads a file as a new document of a package, with its approvals if there are some already.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}/documents',
  docs: sources.congaDocuments,
  encoding: 'multipart',
  request: uploadRequest,
  replies: { 200: documentReply, ...errorReplies },
  rules: [
    ...approvalRules<typeof uploadRequest>(({ body }) =>
      eachApproval(body?.payload?.approvals, '/body/payload/approvals'),
    ),
    rule({
      failure: 'document-id-taken',
      statement: 'The ID of a document is unique in its package.',
      severity: 'warning',
      check: ({ body }, facts) =>
        facts?.papers.some(({ id }) => id === body?.payload?.id)
          ? [{ pointer: '/body/payload/id', message: 'The package has a document with this ID.' }]
          : [],
    }),
    rule({
      failure: 'document-name-long',
      statement: 'The name of a document has 256 characters at most.',
      severity: 'warning',
      check: ({ body }) => nameFindings(body?.payload?.name, '/body/payload/name'),
    }),
    isModifiable,
  ],
  failures: [
    ...usualOfValues,
    'package-not-found',
    ...approvalFailures,
    'document-id-taken',
    'document-name-long',
    'package-not-modifiable',
  ],
  examples: [
    {
      title: 'A document that the first signer signs',
      source: 'ours',
      path: draft,
      body: {
        file: emptyPdf,
        payload: {
          name: 'NDA Document',
          approvals: [
            {
              role: 'Signer1',
              fields: [
                { type: 'SIGNATURE', subtype: 'FULLNAME', page: 0, left: 100, top: 100, width: 200, height: 50 },
              ],
            },
          ],
        },
      },
    },
    {
      title: 'A document without approvals',
      source: 'documented',
      path: draft,
      body: { file: emptyPdf, payload: { name: 'NDA Document' } },
    },
  ],
  loadFacts: loadPackageFacts,
  suggest: ({ roles }: PackageFacts) => ({
    '/body/payload/approvals/*/role': roles.map(({ id, name }) => ({ value: id, label: name || id })),
  }),
});
