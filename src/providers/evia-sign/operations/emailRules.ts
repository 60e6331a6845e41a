import type { Finding } from '../../../core/operation';

/** The format of addresses is not documented, so this is said, but nothing is refused for it. */
export function doubtfulEmail(email: string | undefined, pointer: string): readonly Finding[] {
  return email === undefined || /^[^\s@]+@[^\s@]+$/.test(email)
    ? []
    : [{ pointer, message: 'This does not look like an e-mail address.' }];
}
