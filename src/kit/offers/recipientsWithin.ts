import type { ChoiceSource, Collection } from '../../core/documents';

/** The recipients of a document, as the tree shows them. */
export function recipientsWithin({ id, read }: Collection): ChoiceSource {
  return {
    within: id,
    list: async (call, document) => ({ items: (await read(call, document)).recipients }),
  };
}
