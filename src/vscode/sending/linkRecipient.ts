import type { PreparedRequest } from '../../core/operation';

/** Whom a requested link is for, under the name it was asked for: a reply may name them by an ID, or not at all. */
export function linkRecipient({ verb, subject }: PreparedRequest): { readonly recipient?: string } {
  return verb === 'link' && subject !== undefined ? { recipient: subject } : {};
}
