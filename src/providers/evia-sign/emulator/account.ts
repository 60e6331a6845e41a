/** The demo account; made up, and of no use anywhere else. */
export const demoCredentials = {
  clientId: 'emulator-client-id',
  clientSecret: 'emulator-client-secret',
  code: 'emulator-authorization-code',
  refreshToken: 'emulator-refresh-token',
} as const;
