import type { Info, State } from '../state';

/** Nobody of the organization: in a trial nobody else may be asked. */
export function isOutside({ users }: State, { email }: Pick<Info, 'email'>): boolean {
  return ![...users.values()].some((user) => user.email === email.toLowerCase());
}
