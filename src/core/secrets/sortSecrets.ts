import type { Secret } from '../sending/run';

/** Longest first, so that a secret that contains another one is replaced whole; each value once. */
export function sortSecrets(secrets: readonly Secret[]): readonly Secret[] {
  const byValue = new Map(secrets.filter(({ value }) => value !== '').map((secret) => [secret.value, secret]));
  return [...byValue.values()].sort((one, other) => other.value.length - one.value.length);
}
