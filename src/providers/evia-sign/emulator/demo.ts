import type { EmulatorTools } from '../../../core/emulation';
import { ExpiringMap } from '../../../kit/store/expiringMap';
import { demoAccount } from './account';
import { sampleBytes } from './documents';
import type { AccessToken, EmulatedDocument, IssuedCode, Signatory, SignatureRequest, State } from './state';

/** Constant, so that a request keeps its meaning when the emulator is reset. The first is from the documentation. */
export const demoIds = {
  underWay: 'f742655b-7b27-43e1-9e4b-330246b140e6',
  draft: '3b0c94d1-6c0e-4f0b-9a53-1f2d8c7e5a60',
  completed: 'a1d7e3f4-52b8-4c69-8e0d-7f6b5a4c3d21',
  declined: 'd4c3b2a1-9f8e-4d7c-b6a5-0e1f2d3c4b5a',
} as const;

export function createDemoState({ now }: EmulatorTools): State {
  const requests = [
    request(demoIds.underWay, 'Consulting agreement', true, [
      { ...maya, answer: 'completed' },
      john,
      { ...kim, order: 3, part: 'approver' },
      { ...dana, order: 4, part: 'copy' },
    ]),
    request(demoIds.draft, 'Rental contract', false, [alex, { ...kim, order: 2 }]),
    request(demoIds.completed, 'Order form', true, [
      { ...maya, answer: 'completed' },
      { ...alex, order: 2, answer: 'completed' },
    ]),
    request(demoIds.declined, 'Non-disclosure agreement', true, [
      { ...alex, answer: 'declined' },
      { ...kim, order: 1 },
    ]),
  ];
  return {
    accounts: new Map([[demoAccount.clientId, demoAccount]]),
    accessTokens: new ExpiringMap<AccessToken>(now, ({ expiresAt }) => expiresAt),
    codes: new ExpiringMap<IssuedCode>(now, ({ expiresAt }) => expiresAt),
    refreshTokens: new Map(),
    documents: new Map(requests.flatMap(({ documents }) => documents).map((one) => [one.token, one])),
    requests: new Map(requests.map((item) => [item.id, item])),
    webhooks: [],
  };
}

type Person = Pick<Signatory, 'id' | 'name' | 'email' | 'order'> & Partial<Signatory>;

const maya: Person = {
  id: '0c7e5b1a-3d2f-4a68-9b47-6e8f1d2c3a4b',
  name: 'Maya Perera',
  email: 'maya.perera@example.com',
  order: 1,
};

/** The recipient of the documented example. */
const john: Person = {
  id: '7b2f9c4e-8a1d-4e53-b6f0-2c3d4e5f6a7b',
  name: 'John Doe',
  email: 'john.doe.old@example.com',
  order: 2,
};

const alex: Person = {
  id: '5d9a1f60-7f3e-4f4c-8a38-0b6f9d3c2e11',
  name: 'Alex Green',
  email: 'alex.green@example.com',
  order: 1,
};

const kim: Person = {
  id: '9e8d7c6b-5a4f-4e3d-a2c1-b0a9f8e7d6c5',
  name: 'Kim Lee',
  email: 'kim.lee@example.com',
  order: 2,
};

const dana: Person = {
  id: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
  name: 'Dana Owner',
  email: 'owner@example.com',
  order: 1,
};

function request(id: string, title: string, isSent: boolean, people: readonly Person[]): SignatureRequest {
  return {
    id,
    title,
    message: `Please sign the ${title.toLowerCase()}.`,
    documents: [documentOf(id, title)],
    callback: { url: undefined, types: undefined, attachesDocuments: false },
    signatories: people.map(signatory),
    isSent,
  };
}

/** The token of the first is the one that examples name. */
function documentOf(id: string, title: string): EmulatedDocument {
  const name = `${title}.pdf`;
  const token = id === demoIds.underWay ? '2e5cfa87-44d3-4d6d-88e1-3f6586a3c158' : id.replace(/^..../, 'd0c0');
  return { token, name, bytes: sampleBytes(name) };
}

function signatory(person: Person, index: number): Signatory {
  const part = person.part ?? 'signer';
  return {
    part,
    stamps: part === 'signer' ? [{ type: 'signature', identifier: `signature${index + 1}` }] : [],
    privateMessage: '',
    otp: {},
    answer: undefined,
    ...person,
  };
}
