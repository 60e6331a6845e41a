import * as z from 'zod';
import {
  defineOperation,
  defineRule,
  type RequestSchemas,
  type Rule,
  type Sketch,
  type ValuesOf,
} from '../../../../core/operation';
import { file, requiredList } from '../../../../kit/fields';
import { loadPackageFacts, type PackageFacts } from '../../facts';
import { sources } from '../../sources';
import { draft, packagePath } from '../fields';
import { isModifiable } from '../packages/packageRules';
import { errorReplies, usualOfValues } from '../replies';
import { type DocumentInput, document } from './documentFields';
import { documentReply } from './documentReplies';
import { approvalFailures, approvalRules, eachApproval, nameFindings } from './documentRules';
import { emptyPdf } from './emptyPdf';

const uploadedFile = (description: string) => file('File', description, ['pdf', 'docx', 'doc']);

const uploadRequest = {
  path: packagePath,
  body: z.object({
    file: uploadedFile('The file. Conga’s description calls the part File, OneSpan’s and Conga’s pages file.'),
    payload: document.meta({ title: 'Document', description: 'Name of the document, and who signs it where.' }),
  }),
};

/** Documents by their pointers in the request. */
type Placed = readonly (readonly [pointer: string, document: Sketch<DocumentInput> | undefined])[];

function uploadRules<S extends RequestSchemas>(placed: (values: Sketch<ValuesOf<S>>) => Placed): readonly Rule[] {
  const rule = defineRule<S, PackageFacts>;
  return [
    ...approvalRules<S>((values) =>
      placed(values).flatMap(([pointer, one]) => eachApproval(one?.approvals, `${pointer}/approvals`)),
    ),
    rule({
      failure: 'document-id-taken',
      statement: 'The ID of a document is unique in its package.',
      severity: 'warning',
      check: (values, facts) => {
        const taken = new Set<unknown>(facts?.papers.map(({ id }) => id));
        return placed(values).flatMap(([pointer, one]) =>
          taken.has(one?.id) ? [{ pointer: `${pointer}/id`, message: 'The package has a document with this ID.' }] : [],
        );
      },
    }),
    rule({
      failure: 'document-name-long',
      statement: 'The name of a document has 256 characters at most.',
      severity: 'warning',
      check: (values) => placed(values).flatMap(([pointer, one]) => nameFindings(one?.name, `${pointer}/name`)),
    }),
    isModifiable,
  ];
}

/** Whether one document goes up, or several. */
const uploading = {
  method: 'POST',
  path: '/api/cs-packages/{packageId}/documents',
  encoding: 'multipart',
  failures: [
    ...usualOfValues,
    'package-not-found',
    ...approvalFailures,
    'document-id-taken',
    'document-name-long',
    'package-not-modifiable',
  ],
  loadFacts: loadPackageFacts,
} as const;

const rolesOf = ({ roles }: PackageFacts) => roles.map(({ id, name }) => ({ value: id, label: name || id }));

export const uploadDocument = defineOperation({
  ...uploading,
  id: 'conga-sign/upload-document',
  title: 'Add a document to a package',
  summary: 'Uploads a file as a new document of a package, with its approvals if there are some already.',
  docs: sources.congaDocuments,
  request: uploadRequest,
  replies: { 200: documentReply, ...errorReplies },
  rules: uploadRules<typeof uploadRequest>(({ body }) => [['/body/payload', body?.payload]]),
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
  suggest: (facts: PackageFacts) => ({ '/body/payload/approvals/*/role': rolesOf(facts) }),
});

const uploadSeveralRequest = {
  path: packagePath,
  body: z.object({
    file: uploadedFile('The file of the first document; programs send a part for each of the others.'),
    payload: requiredList(document, 'Documents', 'The documents, in the order of their files.', 'Document'),
  }),
};

export const uploadDocuments = defineOperation({
  ...uploading,
  id: 'conga-sign/upload-documents',
  title: 'Add several documents to a package',
  summary: 'Uploads files as new documents of a package, a part for each, as OneSpan’s clients do.',
  docs: sources.javaSdk,
  request: uploadSeveralRequest,
  replies: { 200: z.array(documentReply), ...errorReplies },
  rules: uploadRules<typeof uploadSeveralRequest>(({ body }) =>
    (body?.payload ?? []).map((one, index) => [`/body/payload/${index}`, one] as const),
  ),
  examples: [
    {
      title: 'A list of one',
      source: 'ours',
      path: draft,
      body: { file: emptyPdf, payload: [{ name: 'NDA Document' }] },
    },
  ],
  suggest: (facts: PackageFacts) => ({ '/body/payload/*/approvals/*/role': rolesOf(facts) }),
});
