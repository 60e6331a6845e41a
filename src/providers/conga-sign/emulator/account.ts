import type { SenderReply } from '../operations/packages/senderReply';

/** The demo account; made up, and of no use anywhere else. */
export const demoCredentials = {
  clientId: 'emulator-client-id',
  clientSecret: 'emulator-client-secret',
} as const;

/** A client that exists, but may not get tokens any more. */
export const disabledClientId = 'emulator-disabled-client-id';

export const demoSender = {
  id: 'sender-1',
  email: 'owner@example.com',
  firstName: 'Dana',
  lastName: 'Owner',
  name: '',
  company: 'Example',
  title: '',
  phone: '',
  language: 'en',
  timezoneId: 'GMT',
  type: 'MANAGER',
  status: 'ACTIVE',
  account: null,
  address: null,
  signature: null,
  external: null,
  data: null,
  created: '2024-01-02T03:04:05Z',
  updated: '2024-01-02T03:04:05Z',
  activated: null,
  locked: null,
  memberships: [],
  hasDelegates: false,
  userCustomFields: [],
  professionalIdentityFields: [],
  specialTypes: [],
} satisfies SenderReply;
