import { oneSpan } from '../operations/oneSpan';

/** Done, with nothing to tell: 200 at OneSpan, 204 at Conga. */
export function nothingIn(dialect: string | undefined): { readonly status: 200 | 204 } {
  return dialect === oneSpan ? { status: 200 } : { status: 204 };
}
