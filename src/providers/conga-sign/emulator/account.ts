/** The demo account; made up, and of no use anywhere else. */
export const demoCredentials = {
  clientId: 'emulator-client-id',
  clientSecret: 'emulator-client-secret',
} as const;

/** A client that exists, but may not get tokens any more. */
export const disabledClientId = 'emulator-disabled-client-id';

export const demoSender = { id: 'sender-1', email: 'owner@example.com', firstName: 'Dana', lastName: 'Owner' } as const;
