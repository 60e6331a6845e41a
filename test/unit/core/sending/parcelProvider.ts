import * as z from 'zod';
import type { Connection } from '../../../../src/core/connections/connection';
import type { Headers, HttpClient, HttpOutcome, HttpRequest, Reply } from '../../../../src/core/http';
import { replyJson } from '../../../../src/core/http';
import { defineOperation, defineRule } from '../../../../src/core/operation';
import type { Provider } from '../../../../src/core/provider';
import { Confirmations } from '../../../../src/core/sending/asking/mayBeSent';
import type { DoorPorts } from '../../../../src/core/sending/ports';
import { TokenCache } from '../../../../src/core/sending/tokens/tokenCache';

/** A provider made up for the tests of the core: tokens, secret fields, files, links, rules and failures. */
const tokenReply = z.object({
  access_token: z.string().meta({ secret: true }),
  refresh_token: z.string().meta({ secret: true }).optional(),
  expires_in: z.number(),
});

const getToken = defineOperation({
  id: 'parcel/get-token',
  title: 'Get token',
  summary: 'Exchanges the key for a token.',
  method: 'POST',
  path: '/token',
  host: 'login',
  docs: 'https://parcel.example/docs/token',
  authorization: 'client',
  encoding: 'form',
  request: { body: z.object({ grant: z.string(), key: z.string().meta({ secret: true }) }) },
  replies: { 200: tokenReply },
  examples: [],
});

const inviteRequest = {
  path: z.object({ parcel_id: z.string().min(1) }),
  body: z.object({
    email: z.email(),
    code: z.string().meta({ secret: true }).optional(),
    order: z.int().min(1).optional(),
  }),
};

const invite = defineOperation({
  id: 'parcel/invite',
  title: 'Invite',
  summary: 'Invites a recipient.',
  method: 'POST',
  path: '/api/parcels/{parcel_id}/invites',
  docs: 'https://parcel.example/docs/invite',
  request: inviteRequest,
  replies: { 200: z.object({ id: z.string(), link: z.string().optional() }) },
  failures: ['owner'],
  rules: [
    defineRule<typeof inviteRequest, { owner: string }>({
      failure: 'owner',
      statement: 'The owner cannot be invited.',
      check: ({ body }, facts) =>
        facts !== undefined && body?.email === facts.owner
          ? [{ pointer: '/body/email', message: 'This is the owner.' }]
          : [],
    }),
  ],
  examples: [],
  findLinks: (reply) => {
    const { link } = reply as { link?: string };
    return link === undefined ? [] : [{ url: link, recipient: 'someone@example.com' }];
  },
});

const upload = defineOperation({
  id: 'parcel/upload',
  title: 'Upload',
  summary: 'Uploads a file.',
  method: 'POST',
  path: '/api/files',
  docs: 'https://parcel.example/docs/upload',
  encoding: 'multipart',
  request: { body: z.object({ file: z.string().meta({ widget: 'file' }), note: z.string().optional() }) },
  replies: { 200: z.object({ id: z.string() }) },
  examples: [],
});

const listParcels = defineOperation({
  id: 'parcel/list',
  title: 'List parcels',
  summary: 'Lists parcels.',
  method: 'GET',
  path: '/api/parcels',
  docs: 'https://parcel.example/docs/list',
  request: { query: z.object({ page: z.int().optional(), tag: z.array(z.string()).optional() }) },
  replies: { 200: z.array(z.object({ id: z.string() })) },
  examples: [],
});

export const parcel = {
  id: 'parcel',
  title: 'Parcel',
  docs: 'https://parcel.example/docs',
  rung: 'emulated',
  environments: [
    {
      id: 'production',
      title: 'Production',
      baseUrl: 'https://api.parcel.example',
      hosts: { login: 'https://login.parcel.example' },
      live: true,
    },
  ],
  pathPrefix: { default: '/api', known: ['/api', '/parcel/v1'], description: 'Differs between sources.' },
  auth: {
    kinds: [
      { id: 'key', title: 'Key', fields: z.object({ key: z.string().meta({ secret: true }), user: z.string() }) },
    ],
    async authorize(scheme, session): Promise<Headers> {
      if (scheme === 'client') return { 'x-api-key': session.credentials['key'] ?? '' };
      return { authorization: `Bearer ${(await session.token()).accessToken}` };
    },
    async acquire(credentials, call, now) {
      const body = { grant: 'key', key: '{{credentials.key}}' };
      const reply = await call('parcel/get-token', { body }, credentials);
      const { access_token, expires_in } = tokenReply.parse(reply);
      return { accessToken: access_token, expiresAt: now + expires_in * 1000 };
    },
    isTokenRejected: (reply) => reply.status === 401,
  },
  operations: [getToken, invite, upload, listParcels],
  failures: [
    {
      id: 'owner',
      status: 400,
      code: 17,
      message: 'The owner {email} cannot be invited.',
      meaning: 'The address is the owner’s.',
      nextStep: 'Choose another address.',
      source: 'https://parcel.example/docs/errors',
    },
    {
      id: 'missing',
      status: 404,
      code: 18,
      message: 'No such parcel',
      meaning: 'The id is unknown.',
      nextStep: 'Check the id.',
      source: 'https://parcel.example/docs/errors',
    },
  ],
  readErrors: (reply) => {
    const body = replyJson(reply) as { errors?: { code?: number; message?: string }[] } | undefined;
    return body?.errors ?? [];
  },
  cheapestCall: { operation: 'parcel/list', values: {} },
  resources: { collections: [] },
  emulator: () => Promise.reject(new Error('The tests of the core need no emulator.')),
  gaps: [],
} as const satisfies Provider;

export const parcelConnection: Connection = {
  id: 'test',
  provider: 'parcel',
  title: 'Test',
  environment: 'production',
  environmentTitle: 'Production',
  baseUrl: 'https://api.parcel.example',
  hosts: { login: 'https://login.parcel.example' },
  variables: { parcel: 'p-1', order: '2' },
  live: true,
};

export function jsonReply(status: number, body: unknown, headers: Headers = {}): HttpOutcome {
  const reply: Reply = {
    status,
    statusText: '',
    headers: { 'content-type': 'application/json', ...headers },
    bytes: new TextEncoder().encode(JSON.stringify(body)),
    durationMs: 1,
  };
  return { kind: 'replied', reply };
}

export interface TestPorts extends DoorPorts {
  /** Everything that went over the wire, in order. */
  readonly sent: readonly HttpRequest[];
}

/** Ports whose server answers by method and path: `{ 'POST /token': () => jsonReply(200, …) }`. */
export function testPorts(
  answers: Readonly<Record<string, (request: HttpRequest) => HttpOutcome>>,
  replaced: Partial<DoorPorts> = {},
): TestPorts {
  const sent: HttpRequest[] = [];
  const http: HttpClient = {
    async send(request) {
      sent.push(request);
      const answer = answers[`${request.method} ${new URL(request.url).pathname}`];
      return (
        answer?.(request) ?? { kind: 'failed', failure: { kind: 'unreachable', code: 'ENOANSWER', detail: 'none' } }
      );
    },
  };
  let ids = 0;
  return {
    sent,
    http,
    limits: { connectTimeoutMs: 1, totalTimeoutMs: 1, maxBytes: 1 },
    tokens: new TokenCache(),
    policy: { allowedRecipients: [], confirmations: new Confirmations() },
    ask: async () => true,
    operation: async (id) => {
      const operation = parcel.operations.find((candidate) => candidate.id === id);
      return operation && { provider: parcel, operation };
    },
    connection: async () => parcelConnection,
    credentials: async () => ({ kind: 'found', credentials: { key: 'key-0123456789', user: 'ann' } }),
    readFile: async (path) => ({ kind: 'unreadable', reason: `no ${path} in this test` }),
    now: () => 1_000_000,
    newId: () => `id-${ids++}`,
    ...replaced,
  };
}
