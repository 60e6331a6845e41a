import type { Operation } from '../../operation';

/** A sentence on a call. */
export function describedCall({ title }: Operation, said: string): string {
  return `${title}: ${said}.`;
}

export const inputWords = {
  recipient: 'Of a recipient. The address that was used is not written here, so that nobody gets mail by accident.',
  ownRecipient: 'Of a recipient.',
  phone: 'The number that was used is not written here, so that nobody is called by accident.',
  ownPhone: 'A phone number.',
  secret: 'The history does not keep it.',
  variable: (name: string) => `Stood in the request as {{${name}}}.`,
  id: 'No reply of this recording brought it.',
  partOfId: 'Part of an ID of an earlier reply, for which there is no expression.',
  text: 'Would be read as an expression in its place.',
} as const;
