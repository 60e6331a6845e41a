import type { Call } from '../../../src/core/operation';
import { largeAccount, plainAccount, readDocuments } from './fixtures/largeAccount';
import { type GrowthCase, words } from './growthCase';

const size = 100_000;

export const listingCases: readonly GrowthCase[] = [
  allPages('tree', plainAccount),
  allPages('emulator', async (count) => largeAccount(count)),
];

function allPages(who: string, accountOf: (count: number) => Promise<Call>): GrowthCase {
  return {
    what: `${who}, all pages of ${words(size)} documents`,
    unit: 'ms',
    size,
    grows: 'with its input',
    prepare: async (count) => {
      const call = await accountOf(count);
      return async () => {
        const { items } = await readDocuments(call);
        if (items.length !== count) throw new Error(`${items.length} documents were read.`);
      };
    },
  };
}
