/** The demo account; made up, and of no use anywhere else. */
export const demoCredentials = {
  apiKey: 'emulator-api-key',
  salt: 'emulator-salt',
} as const;

/** The one user of the demo account. */
export const demoUser = {
  userName: 'agent@example.com',
  password: 'emulator-password',
  firstName: 'Dana',
  lastName: 'Agent',
} as const;
