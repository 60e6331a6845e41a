import * as z from 'zod';
import type { DocumentDetail } from '../../../src/core/documents';
import type { Caller, EmulatedReply, Rejection } from '../../../src/core/emulation';
import type { Failure } from '../../../src/core/failure';
import { replyJson } from '../../../src/core/http';
import { defineOperation, defineRule } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { defineEmulator, type HandlersOf } from '../../../src/kit/defineEmulator';
import { defineSeed } from '../../../src/kit/seeding/defineSeed';

/* A made-up API with one of everything that the engine, the server and the command line have to deal with. */

const docs = 'https://demo.example/docs';
const note = z.object({ id: z.string(), text: z.string(), copies: z.number() });
const noteId = z.object({ note_id: z.string().min(1).meta({ refersTo: 'notes' }) });
const token = z.object({ access_token: z.string().meta({ secret: true }), expires_in: z.number() });

const fetchToken = defineOperation({
  id: 'demo-notes/fetch-token',
  title: 'Fetch a token',
  summary: 'Client id and secret for a token.',
  method: 'POST',
  path: '/oauth/token',
  docs,
  encoding: 'form',
  authorization: 'client',
  request: { body: z.object({ grant_type: z.literal('client'), lifetime: z.int().optional() }) },
  replies: { 200: token },
  examples: [{ title: 'Fetch', source: 'minimal', body: { grant_type: 'client' } }],
});

const refreshToken = defineOperation({
  id: 'demo-notes/refresh-token',
  title: 'Refresh a token',
  summary: 'A token for a newer one.',
  method: 'POST',
  path: '/oauth/token',
  docs,
  encoding: 'form',
  authorization: 'none',
  request: { body: z.object({ grant_type: z.literal('refresh'), refresh_token: z.string().meta({ secret: true }) }) },
  replies: { 200: token },
  examples: [],
});

const createNoteRequest = {
  path: noteId,
  query: z.object({ page: z.int().optional(), tag: z.array(z.string()).optional() }),
  body: z.object({
    text: z.string().max(20),
    copies: z.int().min(1).meta({ alsoAccepts: 'string' }),
    marks: z.array(z.string()).optional(),
  }),
};

const createNote = defineOperation({
  id: 'demo-notes/create-note',
  title: 'Create a note',
  summary: 'Keeps a note.',
  method: 'POST',
  path: '/api/v1/notes/{note_id}',
  docs,
  request: createNoteRequest,
  replies: { 201: note },
  illustrative: { 201: ['body'] },
  failures: ['taken', 'shouting', 'full'],
  rules: [
    defineRule<typeof createNoteRequest, { readonly taken: boolean }>({
      failure: 'taken',
      statement: 'The id is free.',
      check: (_values, facts) => (facts?.taken ? [{ pointer: '/path/note_id', message: 'The id is taken.' }] : []),
    }),
    defineRule<typeof createNoteRequest>({
      failure: 'shouting',
      statement: 'No shouting.',
      severity: 'warning',
      check: ({ body }) => (body?.text?.endsWith('!') ? [{ pointer: '/body/text', message: 'Do not shout.' }] : []),
    }),
  ],
  examples: [],
  findLinks: (reply, { host }) => [
    {
      url: linkOf(reply) ?? `${host('app')}/sign/${idOf(reply)}?token=link-of-${idOf(reply)}`,
      recipient: 'ann@example.com',
      expiresAt: Date.UTC(2030, 0, 2),
    },
  ],
});

/** A server of the tests may bring a link of its own. */
function linkOf(reply: unknown): string | undefined {
  const read = z.object({ link: z.string() }).safeParse(reply);
  return read.success ? read.data.link : undefined;
}

function idOf(reply: unknown): string {
  const read = z.object({ id: z.string() }).safeParse(reply);
  return read.success ? read.data.id : '';
}

const getNote = defineOperation({
  id: 'demo-notes/get-note',
  title: 'Get a note',
  summary: 'One note.',
  method: 'GET',
  path: '/api/v1/notes/{note_id}',
  docs,
  request: { path: noteId },
  replies: { 200: note },
  examples: [],
});

const listNotes = defineOperation({
  id: 'demo-notes/list-notes',
  title: 'List notes',
  summary: 'All notes.',
  method: 'GET',
  path: '/api/v1/notes/all',
  docs,
  request: {},
  replies: { 200: z.array(note) },
  examples: [],
});

const removeNote = defineOperation({
  id: 'demo-notes/remove-note',
  title: 'Remove a note',
  summary: 'Forgets a note.',
  method: 'DELETE',
  path: '/api/v1/notes/{note_id}',
  docs,
  request: { path: noteId },
  replies: { 204: z.undefined() },
  examples: [],
});

const uploadFile = defineOperation({
  id: 'demo-notes/upload-file',
  title: 'Upload a file',
  summary: 'Keeps a file.',
  method: 'POST',
  path: '/api/v1/files',
  docs,
  encoding: 'multipart',
  request: { body: z.object({ file: z.string().meta({ widget: 'file' }), name: z.string().optional() }) },
  replies: { 200: z.object({ file: z.string(), name: z.string().optional() }) },
  examples: [],
});

const operations = { fetchToken, refreshToken, createNote, getNote, listNotes, removeNote, uploadFile };

const failures: readonly Failure[] = [
  failure('unauthorized', 401, 'Bad token'),
  failure('taken', 409, 'Note taken'),
  failure('shouting', 400, 'Shouting'),
  { ...failure('full', 507, 'Only {count} notes are possible'), illustrative: ['status', 'message'] },
  failure('notFound', 404, 'Note {id} not found'),
];

function failure(id: string, status: number, message: string): Failure {
  return { id, status, code: id, message, meaning: `It is ${id}.`, nextStep: `Mend ${id}.`, source: docs };
}

interface Notes {
  readonly notes: Map<string, { id: string; text: string; copies: number }>;
  readonly signed: Map<string, string>;
}

const handlers: HandlersOf<typeof operations, Notes> = {
  fetchToken: ({ values }) => ({
    status: 200,
    body: { access_token: 'demo-token', expires_in: values.body.lifetime ?? 60 },
  }),
  refreshToken: () => ({ status: 200, body: { access_token: 'newer-token', expires_in: 60 } }),
  createNote: ({ state, values, tools }) => {
    if (state.notes.size >= 3) return { failure: 'full', detail: { count: '3' } };
    const { note_id: id } = values.path;
    if (values.body.text === 'bug') throw new Error('a bug of the handler');
    const { text, copies } = values.body;
    const created = { id, text, copies };
    state.notes.set(id, created);
    tools.deliver({
      channel: 'email',
      purpose: 'invitation',
      to: 'ann@example.com',
      document: id,
      page: `/sign/${id}`,
    });
    return { status: 201, body: created };
  },
  getNote: ({ state, values }) => {
    const found = state.notes.get(values.path.note_id);
    return found ? { status: 200, body: found } : { failure: 'notFound', detail: { id: values.path.note_id } };
  },
  listNotes: ({ state }) => ({ status: 200, body: [...state.notes.values()] }),
  removeNote: ({ state, values }) => {
    state.notes.delete(values.path.note_id);
    return { status: 204 };
  },
  uploadFile: ({ values }) => ({ status: 200, body: values.body }),
};

const createNotes = (): Notes => ({
  notes: new Map([['first', { id: 'first', text: 'hello', copies: 1 }]]),
  signed: new Map(),
});

function describeNote(id: string): DocumentDetail {
  const ann = { id: 'ann', title: 'ann@example.com', actions: [], signingPage: `/sign/${id}` };
  const recipients = [ann, { id: 'bo', title: 'Bo', actions: [] }];
  return { id, title: `Note ${id}`, recipients, actions: [], note: 'Known to the emulator only.' };
}

const seed = defineSeed(
  z.strictObject({ notes: z.array(z.strictObject({ id: z.string().min(1), text: z.string().min(1) })) }),
  async ({ notes }, { call, refuse }) => {
    for (const [index, { id, text }] of notes.entries()) {
      if (id === 'refused') refuse(`/notes/${index}/id`, 'No note is called so.');
      const values = { path: { note_id: id }, query: {}, body: { text, copies: 1 } };
      await call(operations.createNote, values, `/notes/${index}`);
    }
  },
);

export const demoDefinition = defineEmulator(
  operations,
  createNotes,
)({
  credentials: { clientId: 'demo-client', clientSecret: 'demo-secret' },
  authenticate: ({ headers }, { authorization }): Caller | Rejection => {
    const expected = authorization === 'client' ? `Basic ${btoa('demo-client:demo-secret')}` : 'Bearer demo-token';
    return headers['authorization'] === expected ? { account: 'demo' } : { failure: 'unauthorized' };
  },
  handlers,
  facts: {
    createNote: ({ state, values }) => {
      const id = values.path.note_id;
      return id === 'nowhere' ? { failure: 'notFound', detail: { id } } : { taken: state.notes.has(id) };
    },
  },
  reject: (rejection, issues) => {
    const { status, message } = failures.find(({ id }) => id === rejection.failure) as Failure;
    const text = message.replace(/\{(\w+)\}/g, (_whole, name: string) => rejection.detail?.[name] ?? '?');
    return {
      status,
      body: { code: rejection.failure, message: text, at: issues.map(({ pointer }) => pointer) },
      failures: [rejection.failure],
    };
  },
  rejectInvalid: (operation, issues) => ({
    status: 422,
    body: { code: 'invalid', operation: operation.id, at: issues.map(({ pointer }) => pointer) },
    failures: [],
  }),
  unknownRoute: ({ path }, advice = path) => ({ status: 404, body: { code: 'no-route', path: advice }, failures: [] }),
  describe: ({ notes }, collection, id) => (collection === 'notes' && notes.has(id) ? describeNote(id) : undefined),
  documents: ({ state }) => [...state.notes.keys()].map((id) => ({ collection: 'notes', detail: describeNote(id) })),
  seed,
  signing: {
    visit: ({ state, path, query }) => {
      if (!path.startsWith('/sign/')) return undefined;
      const id = path.slice('/sign/'.length);
      const done = state.signed.get(id);
      return {
        state: !state.notes.has(id) ? 'unknown' : done === undefined ? 'open' : done === 'signed' ? 'used' : 'declined',
        signer: { name: query['name'] ?? 'Ann', email: 'ann@example.com', role: 'Reader' },
        documents: [{ title: `Note ${id}`, fields: ['Signature'] }],
        progress: [{ title: 'ann@example.com', order: 1, status: done ?? 'pending' }],
      };
    },
    finish: ({ state, path, query }) => {
      state.signed.set(path.slice('/sign/'.length), 'signed');
      return query['redirect'] === undefined ? {} : { redirect: query['redirect'] };
    },
    decline: ({ state, path }, reason) => {
      state.signed.set(path.slice('/sign/'.length), `declined: ${reason}`);
      return {};
    },
    pages: ({ notes }) => [...notes.keys()].map((id) => ({ document: id, path: `/sign/${id}?name=Bo` })),
  },
});

export const demoProvider: Provider = {
  id: 'demo-notes',
  title: 'Demo Notes',
  docs,
  cheapestCall: { operation: listNotes.id, values: {} },
  rung: 'emulated',
  portOffset: 0,
  environments: [
    {
      id: 'production',
      title: 'Production',
      baseUrl: 'https://api.demo.example',
      hosts: { app: 'https://app.demo.example' },
      live: true,
      limits: { calls: { minute: 60 }, others: ['No notes on Sundays.'], source: 'https://demo.example/limits' },
    },
  ],
  pathPrefix: { default: '/api/v1', known: ['/api/v1', '/api/v1.1', ''], description: 'Sources disagree.' },
  auth: {
    kinds: [
      {
        id: 'client',
        title: 'Client id and secret',
        fields: z.object({
          clientId: z.string(),
          clientSecret: z.string().meta({ secret: true }),
          scope: z.string().optional(),
        }),
      },
      { id: 'token', title: 'Access token', fields: z.object({ token: z.string().meta({ secret: true }) }) },
    ],
    authorize: async (scheme, session) => {
      const { clientId, clientSecret } = session.credentials;
      if (scheme === 'client') return { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` };
      return { authorization: `Bearer ${(await session.token()).accessToken}` };
    },
    acquire: async (credentials, call) => {
      if (credentials['token'] !== undefined) return { accessToken: credentials['token'] };
      const reply = (await call(fetchToken.id, { body: { grant_type: 'client' } })) as { access_token: string };
      return { accessToken: reply.access_token };
    },
    isTokenRejected: ({ status }) => status === 401,
  },
  operations: Object.values(operations),
  failures,
  readErrors: (reply) => {
    const body = z.object({ code: z.string().optional(), message: z.string().optional() }).safeParse(replyJson(reply));
    if (!body.success) return [];
    const { code, message } = body.data;
    return [{ ...(code && { code }), ...(message && { message }) }];
  },
  resources: { collections: [] },
  emulator: async () => demoDefinition,
  gaps: [],
} satisfies Provider as Provider;

export function bodyOf(reply: EmulatedReply): Record<string, unknown> {
  return reply.body as Record<string, unknown>;
}
