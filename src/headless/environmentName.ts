/** Of the process that this runs in. */
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/** `ESIGN_<PROVIDER>_<FIELD>`: `clientId` of a provider `x-sign` is ESIGN_X_SIGN_CLIENT_ID. */
export function environmentName(provider: string, field: string): string {
  const words = `${provider}_${field.replace(/([a-z0-9])([A-Z])/g, '$1_$2')}`;
  return `ESIGN_${words.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`;
}
