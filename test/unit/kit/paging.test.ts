import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentPage, DocumentSummary } from '../../../src/core/documents';
import { byCursor, byOffset, byPage } from '../../../src/kit/paging';
import type { Rows } from '../../../src/kit/reading/rows';

const size = 5;
const all = (count: number): readonly DocumentSummary[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), title: `Document ${index}` }));
const rows = (items: readonly DocumentSummary[]): Rows => ({ items, count: items.length, remarks: [] });

describe('Paging', () => {
  const counts = fc.integer({ min: 0, max: 23 });

  it('by number comes to every item once, however many there are', async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (count) => {
        const read = (cursor: string | undefined) =>
          byPage(cursor, size, async (page, most) => rows(all(count).slice((page - 1) * most, page * most)));
        assert.deepEqual(await everything(read), all(count));
      }),
    );
  });

  it('by offset comes to every item once, and asks for no page behind the last', async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (count) => {
        let asked = 0;
        const read = (cursor: string | undefined) =>
          byOffset(cursor, size, async (offset, most) => {
            asked += 1;
            return { ...rows(all(count).slice(offset, offset + most)), total: count };
          });
        assert.deepEqual(await everything(read), all(count));
        assert.equal(asked, Math.max(1, Math.ceil(count / size)));
      }),
    );
  });

  it('by cursor comes to every item once, and ends where none or the same is named', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.constantFrom(null, undefined, ''), async (count, last) => {
        const read = (cursor: string | undefined) =>
          byCursor(cursor, size, async (after, most) => {
            const start = Number(after ?? 0);
            const items = all(count).slice(start, start + most);
            return { ...rows(items), next: start + most < count ? String(start + most) : last };
          });
        assert.deepEqual(await everything(read), all(count));
      }),
    );
    const stuck = await byCursor('7', size, async () => ({ ...rows(all(1)), next: '7' }));
    assert.equal(stuck.next, undefined);
  });

  it('ends where a server does not page, or says that there is more and sends nothing', async () => {
    const unpaged = await byPage(undefined, size, async () => rows(all(7)));
    const unpagedOffset = await byOffset(undefined, size, async () => ({ ...rows(all(7)), total: 40 }));
    const empty = await byOffset('5', size, async () => ({ ...rows([]), total: 40 }));
    assert.deepEqual([unpaged.next, unpagedOffset.next, empty.next], [undefined, undefined, undefined]);
  });

  it('counts rows that could not be read, and passes on what is said of them', async () => {
    const read = { items: all(size - 1), count: size, remarks: ['Row 2 is left out.'] };
    const pages = [
      await byPage(undefined, size, async () => read),
      await byOffset(undefined, size, async () => ({ ...read, total: size + 1 })),
      await byCursor(undefined, size, async () => ({ ...read, next: '7' })),
    ];
    assert.deepEqual(
      pages.map(({ next, remarks }) => [next, remarks]),
      ['2', String(size), '7'].map((next) => [next, read.remarks]),
    );
  });
});

async function everything(
  read: (cursor: string | undefined) => Promise<DocumentPage>,
): Promise<readonly DocumentSummary[]> {
  const { items, next } = await read(undefined);
  const found = [...items];
  for (let cursor = next; cursor !== undefined; ) {
    const page = await read(cursor);
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
}
