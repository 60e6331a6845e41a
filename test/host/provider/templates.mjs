// The smallest provider: one call, the failures it documents, and where that is said.

/**
 * The files of a provider by their names in its folder.
 * @param {{ id: string, constant: string, title: string }} names @returns {Record<string, string>}
 */
export function templatesFor({ id, constant, title }) {
  return {
    'about.ts': `import type { ProviderAbout } from '../../core/provider';
import { sources } from './sources';

export const about = {
  id: '${id}',
  title: '${title}',
  docs: sources.overview,
  rung: 'described',
} as const satisfies ProviderAbout;
`,
    'failures.ts': `import { defineFailures } from '../../kit/failures';
import { readErrorsBy } from '../../kit/readErrors';
import { sources } from './sources';

export const failures = defineFailures(
  [
    {
      id: 'unauthorized',
      status: 401,
      code: 401,
      message: 'Unauthorized',
      meaning: 'The token is not valid.',
      nextStep: 'Enter another one.',
      source: sources.overview,
    },
    {
      id: 'documentNotFound',
      status: 404,
      code: 404,
      message: 'Not found',
      meaning: 'There is no document with this ID.',
      nextStep: 'Check the ID, and that the document is of this account.',
      source: sources.overview,
    },
  ],
  { readErrors: readErrorsBy([]) },
);
`,
    'index.ts': `import { defineAuth } from '../../kit/auth/defineAuth';
import { readyToken } from '../../kit/auth/readyKinds';
import { defineProvider } from '../../kit/defineProvider';
import { about } from './about';
import { failures } from './failures';
import { operations } from './operations/operations';

export const ${constant} = defineProvider({
  ...about,
  environments: [{ id: 'production', title: 'Production', baseUrl: 'https://api.example.com', live: true }],
  auth: defineAuth({ kinds: [readyToken({ title: 'Access token', description: 'Of your account.' })] }),
  operations,
  failures,
  gaps: [],
});
`,
    'operations/operations.ts': `import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { documentedAt, requiredText } from '../../../kit/fields';
import { sources } from '../sources';

const getDocument = defineOperation({
${documentCall(id)}  request: {
    path: z.object({
      document_id: documentedAt(sources.overview, requiredText('Document ID', 'Which document is meant.', 'd-1')),
    }),
  },
  replies: { 200: z.object({ id: z.string() }), 401: z.object({}), 404: z.object({}) },
  failures: ['unauthorized', 'documentNotFound'],
  examples: [{ title: 'A document', source: 'minimal', path: { document_id: 'd-1' } }],
});

/** All operations by name, in the order in which lists show them. */
export const operations = { getDocument };
`,
    'sources.ts': `/** Where facts about the API come from; failures and operations cite them. */
export const sources = {
  overview: 'https://docs.example.com',
} as const;
`,
  };
}

/** What the call of the smallest rung is. @param {string} id */
export function documentCall(id) {
  return `  id: '${id}/get-document',
  title: 'Get a document',
  summary: 'Returns a document.',
  method: 'GET',
  path: '/documents/{document_id}',
  docs: sources.overview,
`;
}
