/** Conga's own registration, which is told everything. */
export interface RegisteredCallback {
  readonly callbackUrl: string;
  readonly authType: 'Basic' | 'Bearer' | 'None';
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly bearerToken?: string | undefined;
}
