import type { Credentials } from '../../core/auth';
import { isTexts } from '../../core/json/jsonKinds';

/** Credentials as they were stored; undefined for what another version, extension or hand has left in their place. */
export function readCredentials(stored: string): Credentials | undefined {
  try {
    const value: unknown = JSON.parse(stored);
    return isTexts(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
