import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Rung } from '../../src/core/provider';
import { documentCall } from '../host/provider/templates.mjs';

/* How the provider that the command writes is raised to the next rungs: a toy API that keeps documents in a drawer. */

type Climbed = Exclude<Rung, 'described'>;

/** Writes what a rung takes into the folder, whose ID is the provider's; its line in the README says the rung. */
export function climb(project: string, id: string, rung: Climbed): void {
  const folder = join(project, 'src', 'providers', id);
  const files = { ...listed(id), ...(rung === 'emulated' && emulated(id)) };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const port = rung === 'emulated' ? '\n  portOffset: 97,' : '';
  change(join(folder, 'about.ts'), "rung: 'described',", `rung: '${rung}',${port}`);
  const index = join(folder, 'index.ts');
  change(index, "operations';\n", "operations';\nimport { resources } from './resources';\n");
  const loads = rung === 'emulated' ? "\n  emulator: async () => (await import('./emulator')).emulator," : '';
  change(index, '  failures,\n', `  failures,\n  resources,${loads}\n`);
  change(join(project, 'README.md'), `| ${titleOf(id)} | described |`, `| ${titleOf(id)} | ${rung} |`);
}

export function titleOf(id: string): string {
  return id.replace(/(^|-)(.)/g, (_part, hyphen: string, first: string) => `${hyphen && ' '}${first.toUpperCase()}`);
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

/** Below the folder of the provider. */
type Files = Readonly<Record<string, string>>;

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

function listed(id: string): Files {
  return {
    'fixtures/idFields.json': '{\n  "document_id": {\n    "from": ["documents"]\n  }\n}\n',
    'operations/operations.ts': `import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { documentedAt, requiredText } from '../../../kit/fields';
import { sources } from '../sources';

export const document = z.object({ id: z.string(), title: z.string() });

export const getDocument = defineOperation({
${documentCall(id)}  request: {
    path: z.object({
      document_id: documentedAt(
        sources.overview,
        requiredText('Document ID', 'Which document is meant.', 'd-1').meta({ refersTo: 'documents' }),
      ),
    }),
  },
  replies: { 200: document, 401: z.object({}), 404: z.object({}) },
  failures: ['unauthorized', 'documentNotFound'],
  examples: [{ title: 'A document', source: 'minimal', path: { document_id: 'd-1' } }],
});

export const listDocuments = defineOperation({
  id: '${id}/list-documents',
  title: 'List documents',
  summary: 'Returns all documents.',
  method: 'GET',
  path: '/documents',
  docs: sources.overview,
  request: {},
  replies: { 200: z.array(document), 401: z.object({}) },
  failures: ['unauthorized'],
  examples: [{ title: 'All of them', source: 'minimal' }],
});

/** All operations by name, in the order in which lists show them. */
export const operations = { getDocument, listDocuments };
`,
    'resources.ts': `import * as z from 'zod';
import type { Resources } from '../../core/documents';
import { ask, read } from '../../kit/calls';
import { rowsOf } from '../../kit/reading/rows';
import { document, getDocument, listDocuments } from './operations/operations';

export const resources: Resources = {
  collections: [
    {
      id: 'documents',
      title: 'Documents',
      noun: 'document',
      create: [],
      verbs: [],
      list: async (call) =>
        rowsOf(z.array(z.unknown()).parse(await ask(call, listDocuments, {})), document, (row) => row),
      read: async (call, id) => {
        const { title } = await read(call, getDocument, { path: { document_id: id } });
        return { id, title, recipients: [], actions: [] };
      },
    },
  ],
};
`,
  };
}

function emulated(id: string): Files {
  const path = { document_id: 'd-1' };
  const withoutToken = (operation: string, at: string) => ({
    name: `without a token: ${operation}`,
    operation: `${id}/${operation}`,
    failure: 'unauthorized',
    raw: { method: 'GET', path: at, headers: {}, anonymous: true },
    reply: { status: 401 },
  });
  return {
    'cases/documents.json': json([
      {
        name: 'a document',
        operation: `${id}/get-document`,
        values: { path },
        reply: { status: 200, body: { id: 'd-1', title: 'Agreement' } },
      },
      {
        name: 'one that is not there',
        operation: `${id}/get-document`,
        failure: 'documentNotFound',
        values: { path: { document_id: 'd-0' } },
        reply: { status: 404 },
      },
      withoutToken('get-document', '/documents/d-1'),
      { name: 'all of them', operation: `${id}/list-documents`, values: {}, reply: { status: 200 } },
      withoutToken('list-documents', '/documents'),
    ]),
    'cases/resources.json': json([
      {
        name: 'a document',
        collection: 'documents',
        id: 'd-1',
        detail: { id: 'd-1', title: 'Agreement', recipients: [], actions: [] },
      },
    ]),
    'emulator.ts': `import { defineEmulator } from '../../kit/defineEmulator';
import { bearerOf, defineAccess } from '../../kit/emulatedAccess';
import { failures } from './failures';
import { operations } from './operations/operations';

const token = 'emulator-token';

const createState = () => new Map([['d-1', { id: 'd-1', title: 'Agreement' }]]);

export const emulator = defineEmulator(
  operations,
  createState,
)({
  ...defineAccess({
    credentials: { token },
    token: (headers) => (bearerOf(headers) === token ? { account: 'demo' } : failures.refuse('unauthorized')),
  }),
  handlers: {
    getDocument: ({ state, values }) => {
      const found = state.get(values.path.document_id);
      return found === undefined ? failures.refuse('documentNotFound') : { status: 200, body: found };
    },
    listDocuments: ({ state }) => ({ status: 200, body: [...state.values()] }),
  },
  documents: ({ state }) =>
    [...state.values()].map((one) => ({ collection: 'documents', detail: { ...one, recipients: [], actions: [] } })),
  reject: (rejection) => {
    const { status, code } = failures.find(rejection.failure);
    return { status, body: { code, message: failures.messageOf(rejection) }, failures: [rejection.failure] };
  },
  rejectInvalid: (_operation, issues) => ({
    status: 400,
    body: { message: issues.map(({ message }) => message).join(' ') },
    failures: [],
  }),
  unknownRoute: () => ({ status: 404, body: {}, failures: [] }),
});
`,
  };
}
