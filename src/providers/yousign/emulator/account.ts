import type { Caller, EmulatedRequest, Rejection } from '../../../core/emulation';
import { refuse } from '../failures';

/** The demo account; made up, and of no use anywhere else. Keys are hexadecimal. */
export const demoCredentials = { apiKey: 'e0e1e2e3e4e5e6e7e8e9eaebecedeeef' } as const;

/** With its scheme, or bare: the Swagger file knows none. */
export function authenticate({ headers }: EmulatedRequest): Caller | Rejection {
  const key = (headers['authorization'] ?? '').replace(/^Bearer\s+/i, '');
  return key === demoCredentials.apiKey ? { account: 'owner@example.com' } : refuse('unauthorized');
}
