import type {
  BodyPreview,
  DifferenceLine,
  PlacedIssue,
  ReplyState,
  RunHeader,
  SentRequest,
} from '../../../src/protocol/reply';
import { bodySamples } from './bodySamples';

const run: RunHeader = {
  id: 'run-1',
  operation: 'signnow/create-embedded-invites',
  operationTitle: 'Create embedded invites',
  provider: 'signNow',
  connection: 'Demo account',
  environment: 'Emulator',
  sentAt: '2026-11-22T10:15:30.000Z',
  fromHistory: false,
};

const documentId = '5f1c0a9be27d4e3f8a6b1c2d3e4f5a6b7c8d9e0f';

const request: SentRequest = {
  method: 'POST',
  url: `http://127.0.0.1:41901/v2/documents/${documentId}/embedded-invites`,
  headers: [
    { name: 'authorization', value: 'Bearer ‹secret:token›' },
    { name: 'content-type', value: 'application/json' },
  ],
  body: json({ invites: [{ email: 'anna@example.com', role: 'Signer 1', order: 1, auth_method: 'none' }] }),
  attachments: [],
};

const foreseen: readonly PlacedIssue[] = [
  { pointer: '/body/invites/0/email', title: 'Signer 1 › E-mail', message: 'E-mail must be an e-mail address.' },
  { pointer: '/body/invites/1/order', title: 'Signer 2 › Order', message: 'Order is required.' },
];

const replied = {
  kind: 'replied',
  run,
  status: 200,
  statusText: 'OK',
  isAnswer: true,
  failed: false,
  durationMs: 182,
  size: 412,
  headers: [
    { name: 'content-type', value: 'application/json; charset=utf-8' },
    { name: 'date', value: 'Sun, 22 Nov 2026 10:15:30 GMT' },
    { name: 'x-request-id', value: '7b1d2f4e-08a3-4d4b-9d0e-6c2a51f1b7aa' },
  ],
  body: json({
    data: [
      { id: 'a1b2c3d4e5f6', email: 'anna@example.com', role_id: '77aa', order: 1, status: 'pending', link: null },
      { id: 'f6e5d4c3b2a1', email: 'ben@example.com', role_id: '88bb', order: 2, status: 'created', link: null },
    ],
    sent: true,
  }),
  request,
  links: [],
  nextSteps: [],
  explanations: [],
  general: [],
  differences: [],
  remarks: [],
  inSpiteOf: [],
  inSpiteOfCount: { count: 0, isCut: false },
} as const satisfies ReplyState;

export const replySamples: Readonly<Record<string, () => ReplyState>> = {
  ...bodySamples(replied),
  empty: () => ({ kind: 'empty' }),
  sending: () => ({
    kind: 'sending',
    title: 'Create embedded invites',
    target: `POST http://127.0.0.1:41901/v2/documents/${documentId}/embedded-invites`,
    passedMs: 12_000,
  }),
  replied: () => ({
    ...replied,
    order: [
      {
        order: 1,
        people: [
          { name: 'anna@example.com', status: 'fulfilled', done: true },
          { name: 'a.rather.long.address.of.somebody@department.example.com', status: 'pending', done: false },
        ],
      },
      { order: 2, people: [{ name: 'ben@example.com', status: undefined, done: false }] },
    ],
    nextSteps: [
      { title: 'Generate link', subject: 'anna@example.com', enabled: true, note: undefined, alike: [] },
      {
        title: 'Generate link',
        subject: 'ben@example.com',
        enabled: false,
        note: 'Waits for order 1: the invite is created, but not pending yet.',
        alike: [],
      },
    ],
  }),
  'steps-alike': () => ({
    ...replied,
    nextSteps: ['anna', 'ben', 'carla'].map((name) => ({
      title: 'Generate link',
      subject: `${name}@example.com`,
      enabled: true,
      note: undefined,
      alike: [0, 1, 2],
    })),
  }),
  links: () => ({
    ...replied,
    links: [
      link('anna@example.com', 14 * 60_000 + 32_000),
      link('ben@example.com', 26 * 3_600_000),
      link('carla.with.a.very.long.address@subdomain.example.com', -1000),
      { ...link('dora@example.com', 14 * 60_000), isUsed: true },
      { ...link(undefined, 0), expiresAt: undefined, singleUse: false },
    ],
  }),
  failed: () => ({
    ...replied,
    status: 400,
    statusText: 'Bad Request',
    failed: true,
    body: json({ errors: [{ code: 19_004_012, message: 'Document has active invites.' }] }),
    explanations: [
      {
        code: '19004012',
        message: 'Document has active invites.',
        meaning: 'Somebody was invited to this document already.',
        nextStep: 'Delete the invites of the document, then invite again.',
        mend: 'Delete embedded invites',
        source: 'https://docs.signnow.com/docs/signnow/embedded-signing',
      },
      {
        code: '',
        message: 'email: Email is invalid',
        meaning: 'An address is not one.',
        nextStep: 'Correct the address of the signer.',
        mend: undefined,
        source: 'Document 002',
      },
    ],
    remarks: ['The reply departs from its documented shape: /errors/0/code is a number, documented is a string.'],
  }),
  'failed-200': () => ({ ...replied, failed: true, body: json({ Message: 'Error', Details: ['Signer is missing.'] }) }),
  foreign: () => ({
    ...replied,
    isAnswer: false,
    failed: true,
    body: { text: '<html><head><title>Sign in</title></head></html>', language: 'text', truncated: false },
    general: [
      {
        title: 'A page came, not the API’s answer',
        cause: 'A page titled “Sign in” came, probably of a proxy or a login.',
        nextStep: 'Check the base URL and the network (proxy, VPN, sign-in), then send again.',
      },
    ],
  }),
  history: () => ({ ...replied, run: { ...run, fromHistory: true } }),
  problem: () => ({
    kind: 'problem',
    title: run.operationTitle,
    run: { ...run, isDiagnosable: true, isUnchecked: true },
    problem: {
      title: '127.0.0.1:41901 cannot be reached',
      cause: 'connect ECONNREFUSED 127.0.0.1:41901 (ECONNREFUSED)',
      nextStep: 'Check that the server runs, the base URL and the proxy.',
    },
    issues: [],
    isForeseen: false,
    request,
    nextSteps: [],
  }),
  unsent: () => ({
    kind: 'problem',
    title: run.operationTitle,
    run,
    problem: {
      title: 'No credentials for "Demo account"',
      cause: 'Missing: client id, client secret.',
      nextStep: 'Enter the credentials of the connection and send again.',
    },
    issues: [],
    isForeseen: false,
    request: undefined,
    nextSteps: [],
  }),
  'held-back': () => ({
    kind: 'problem',
    title: run.operationTitle,
    run,
    problem: {
      title: '2 values are not valid',
      cause: '',
      nextStep: 'Nothing was sent. Mend the values and send again.',
    },
    issues: foreseen,
    isForeseen: true,
    request: undefined,
    nextSteps: [],
  }),
  unsure: () => ({
    kind: 'problem',
    title: 'api.signnow.com was reached, and no reply came',
    run: { ...run, connection: 'Acme', environment: 'Production' },
    problem: {
      title: 'api.signnow.com was reached, and no reply came',
      cause: 'socket closed (ECONNRESET) It may have taken effect.',
      nextStep: 'Look before you send it again, with “Get document”.',
    },
    issues: [],
    isForeseen: false,
    request,
    nextSteps: [{ title: 'Get document', subject: documentId, enabled: true, note: undefined, alike: [] }],
  }),
  departures: () => ({
    ...replied,
    differences: [
      difference(
        'Another type',
        '/data/*/order',
        '/data/0/order',
        'text, where a whole number is documented (2 places)',
      ),
      difference('Missing', '/meta', '', 'missing, an object is documented'),
      difference('Another value', '/data/*/status', '/data/1/status', 'a value that is not documented'),
      { ...difference('Not documented', '/sent', '/sent', 'true or false that is not documented'), isDeparture: false },
    ],
    remarks: ['A redirect to https://eu.signnow.com was not followed.'],
  }),
  'in-spite-of': () => ({
    ...replied,
    status: 400,
    statusText: 'Bad Request',
    failed: true,
    inSpiteOf: foreseen,
    inSpiteOfCount: { count: 2, isCut: false },
  }),
  'no-body': () => ({ ...replied, status: 204, statusText: 'No Content', size: 0, body: none }),
  json: () => ({
    ...replied,
    body: {
      text: `{"id":9223372036854775808,"price":1.0,"id":12,"name":"Gr\\u00fc\\u00dfe","empty":{},"list":[],"nested":{"deeper":{"deepest":[true,false,null,-1e3]}},"file":"${'JVBERi0xLjQK'.repeat(400)}","recipients":${JSON.stringify(
        Array.from({ length: 12 }, (_, n) => ({
          email: `person${n}@example.com`,
          status: n % 3 ? 'pending' : 'signed',
        })),
      )}}`,
      language: 'json',
      truncated: false,
    },
  }),
  numbers: () => ({
    ...replied,
    size: 900_000,
    body: { text: `[${'1,'.repeat(131_000)}1`, language: 'json', truncated: true },
  }),
  large: () => ({
    ...replied,
    size: 10_485_760,
    body: {
      ...json({
        data: Array.from({ length: 1600 }, (_, n) => ({
          id: n,
          email: `s${n}@example.com`,
          done: n % 2 === 0,
          link: null,
        })),
      }),
      truncated: true,
    },
  }),
};

function difference(title: string, place: string, pointer: string, text: string): DifferenceLine {
  return { isDeparture: true, title, place, pointer, text };
}

const none: BodyPreview = { text: '', language: 'none', truncated: false };

function json(value: unknown): BodyPreview {
  return { text: JSON.stringify(value, null, 2), language: 'json', truncated: false };
}

function link(recipient: string | undefined, lifetimeMs: number) {
  return {
    url: `http://127.0.0.1:41901/webapp/document/${documentId}?access_token=8d1e&route=fieldinvite&for=${recipient}`,
    recipient,
    expiresAt: new Date(Date.now() + lifetimeMs).toISOString(),
    singleUse: true,
    isUsed: false,
    host: '127.0.0.1:41901',
    isEmulated: recipient === 'anna@example.com',
  };
}
