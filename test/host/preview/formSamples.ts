import { initialValues } from '../../../src/core/forms/initialValues';
import type { Operation } from '../../../src/core/operation';
import type { Choice } from '../../../src/protocol/form';
import type { JsonObject, JsonValue } from '../../../src/protocol/json';
import type { BrokenText, FormState, RequestOrigin, TranslationChoice } from '../../../src/protocol/pages/formState';

export interface FormSample {
  readonly operation: string;
  readonly values?: (operation: Operation) => JsonObject;
  readonly suggestions?: Readonly<Record<string, readonly Choice[]>>;
  readonly connection?: string;
  readonly notices?: readonly string[];
  readonly translations?: readonly TranslationChoice[];
  readonly origin?: RequestOrigin;
  readonly sending?: boolean;
  readonly broken?: BrokenText;
  readonly notes?: Readonly<Record<string, string>>;
  /** What file fields would take, by pointer. */
  readonly attachments?: Readonly<Record<string, string>>;
  /** What leaves in the place of values, by pointer. */
  readonly sentAs?: Readonly<Record<string, string>>;
}

const invites = 'signnow/create-embedded-invites';
const documentId = '5f1c0a9be27d4e3f8a6b1c2d3e4f5a6b7c8d9e0f';
const roles = [
  { value: 'c8de4237e6dc4c7e8d897e2adad75b2b0b5ba659', label: 'Signer 1' },
  { value: '1234567890dc4c7e8d897e2adad75b1234567890', label: 'Signer 2' },
  { value: '99ffe0aa10dc4c7e8d897e2adad75b12345aaaaa', label: 'Witness' },
];
const suggestions = { '/body/invites/*/role_id': roles };

export const formSamples: Readonly<Record<string, FormSample>> = {
  new: { operation: invites, values: (operation) => initialValues(operation) as JsonObject, suggestions },
  full: { operation: invites, values: () => signers(2, full), suggestions },
  errors: { operation: invites, values: () => broken, suggestions, connection: 'prod' },
  pasted: { operation: invites, values: () => pasted, suggestions },
  sending: { operation: invites, values: () => signers(2, plain), suggestions, sending: true },
  steps: { operation: invites, values: () => inSteps([1, 1, 2, 3]), suggestions },
  aids: {
    operation: invites,
    values: () => signers(1, full),
    notes: {
      '/body/invites/0/email': '{{signer}} is anna@example.com',
      '/body/invites/0/authentication/phone': 'United States · +1 555 123 4567',
    },
  },
  broken: {
    operation: invites,
    values: () => signers(1, plain),
    broken: {
      title: 'This is not a request',
      message: 'Line 9, column 5: A comma is missing here, or a closing bracket.',
      nextStep: '',
      at: { line: 9, column: 5 },
      mend: 'Add the comma',
    },
  },
  'list-as-text': {
    operation: invites,
    values: () => ({
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
      body: { invites: '{{list}}' },
    }),
  },
  'steps-nested': {
    operation: 'signnow/create-group-embedded-invite',
    values: (operation) => ({ body: operation.examples[0]?.body ?? null }),
  },
  notices: {
    operation: invites,
    values: () => signers(1, plain),
    connection: 'gone',
    notices: [
      'Yousign has retired v2 in production. Use it with the emulator or with a base URL of your own.',
      'The roles of the document could not be loaded: the emulator is not running.',
    ],
  },
  translated: {
    operation: invites,
    values: () => ({ ...signers(1, plain), path: { document_id: '' } }),
    suggestions,
    translations: [{ to: 'acme/create-signer', title: 'Open as Acme Sign v3 signer' }],
    origin: {
      title: 'Create a member (Acme Sign v2)',
      needed: [{ pointer: '/path/document_id', why: 'A member belongs to a procedure, which has no document here.' }],
      leftOut: [
        { title: 'Member › Procedure', why: 'There are no procedures here.' },
        { title: 'Member › Phone', why: 'Only needed for codes by text message.' },
        { title: 'Member › File object 1 › Position', why: 'Fields are placed in the document beforehand.' },
      ],
      filled: [{ pointer: '/body/invites/0/auth_method', why: 'Members say nothing of it.' }],
      mapped: [
        { title: 'Member › E-mail', pointer: '/body/invites/0/email' },
        { title: 'Member › Position', pointer: '/body/invites/0/order', note: 'Counted from 1 here.' },
      ],
    },
  },
  rewritten: {
    operation: invites,
    values: () => signers(2, plain),
    suggestions,
    sentAs: {
      '/body/invites/0/email': 'Sent as me+signer1.example.com@company.example.',
      '/body/invites/1/email': 'Sent as me+signer2.example.com@company.example.',
    },
  },
  'signers-50': { operation: invites, values: () => signers(50, plain), suggestions },
  'signers-500': { operation: invites, values: () => signers(500, plain), suggestions },
  link: {
    operation: 'signnow/create-embedded-invite-link',
    values: () => ({
      path: { document_id: documentId, field_invite_id: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678' },
      body: { auth_method: 'none', link_expiration: null },
    }),
  },
  group: {
    operation: 'signnow/create-group-embedded-invite',
    values: (operation) => (operation.examples[0] ?? {}) as unknown as JsonObject,
  },
  upload: { operation: 'signnow/upload-document', values: (operation) => initialValues(operation) as JsonObject },
  taken: {
    operation: 'signnow/upload-document',
    values: () => ({ body: { file: 'contracts/2026/Purchase agreement.pdf' } }),
    attachments: { '/body/file': 'contracts/2026/Purchase agreement.pdf, 184 KB, PDF' },
  },
};

/** Pages in the place of a form. */
export const unreadableSamples: Readonly<Record<string, FormState & { kind: 'unreadable' }>> = {
  almost: {
    kind: 'unreadable',
    title: 'The request file cannot be read',
    message:
      'Line 2, column 3: JSON has no comments: take it out.\nLine 9, column 4: There must be no comma in front of "}": take it out.',
    nextStep: 'Mend it here with one click, or open it as text.',
    mend: 'Write it as JSON',
  },
  'unknown-operation': {
    kind: 'unreadable',
    title: 'There is no operation "signnow/create-embeded-invites"',
    message: 'The file names an operation that no provider has.',
    nextStep: 'Did you mean signnow/create-embedded-invites or signnow/delete-embedded-invites?',
    operations: [invites, 'signnow/delete-embedded-invites'],
  },
};

function signers(count: number, signer: (n: number) => JsonObject): JsonObject {
  const list = Array.from({ length: count }, (_, index) => signer(index + 1));
  return { path: { document_id: documentId }, body: { invites: list } };
}

function inSteps(orders: readonly number[]): JsonObject {
  return signers(orders.length, (n) => ({ ...plain(n), order: orders[n - 1] ?? n }));
}

function plain(n: number): JsonObject {
  return { email: `signer${n}@example.com`, role_id: role(n), order: n, auth_method: 'none' };
}

function full(n: number): JsonObject {
  return {
    ...plain(n),
    first_name: 'Anna',
    last_name: 'Berg',
    language: 'en',
    force_new_signature: 1,
    redirect_uri: 'https://example.com/signed',
    authentication: { type: 'phone', method: 'sms', phone: '+15551234567', sms_message: 'Your code: {password}' },
  };
}

function role(n: number): JsonValue {
  return roles[(n - 1) % roles.length]?.value ?? '';
}

const pasted: JsonObject = {
  path: { document_id: `https://app.signnow.com/webapp/document/${documentId}?utm_source=mail` },
  body: {
    invites: [
      { email: 'Anna Berg <anna@example.com>', role_id: `Bearer ${role(1)}`, order: '1', auth_method: 'none' },
      { email: 'ben@example.com\u200B', role_id: `${role(2)}\u200B`, order: '2', auth_method: 'non' },
      {
        email: 'mailto:carla@example.com;',
        role_id: `"${role(3)}"`,
        order: 3,
        auth_method: 'none',
        decline_by_signature: 0,
      },
    ],
  },
};

const broken: JsonObject = {
  path: { document_id: documentId },
  body: {
    invites: [
      { email: 'anna@example', role_id: role(1), order: 'first', auth_method: 'telepathy' },
      { email: 'ben@example.com', role_id: role(2), order: 0, auth_method: 'none', redirect_target: 'blank' },
      { email: 'ben@example.com', role_id: role(3), order: 2, auth_method: 'none' },
      { email: '', order: 3, auth_method: 'none' },
    ],
  },
};
