import assert from 'node:assert/strict';
import type { DocumentPage, DocumentSummary } from '../../../../src/core/documents';
import { PagedItems } from '../../../../src/vscode/documents/tree/pagedItems';

const page = (ids: string, next?: string): DocumentPage => ({
  items: [...ids].map((id) => ({ id, title: id })),
  ...(next !== undefined && { next }),
});

describe('Items that are read page by page', () => {
  it('stand in their order, each once though pages shift', () => {
    const paged = new PagedItems(({ id }) => id);
    paged.add(page('abc', '2'));
    assert.deepEqual([paged.items, paged.next, paged.pages], [['a', 'b', 'c'], '2', 1]);
    paged.add(page('cdd'));
    assert.deepEqual([paged.items, paged.next, paged.pages], [['a', 'b', 'c', 'd'], undefined, 2]);
  });

  it('cost what is on a page, however many came before', () => {
    let looks = 0;
    const paged = new PagedItems(({ title }) => title);
    const itemOf = (index: number): DocumentSummary => ({
      title: 'a',
      get id() {
        looks += 1;
        return String(index);
      },
    });
    const pages = 1000;
    for (let index = 0; index < pages; index += 1) paged.add({ items: [itemOf(2 * index), itemOf(2 * index + 1)] });
    assert.equal(paged.items.length, 2 * pages);
    assert.ok(looks <= 2 * paged.items.length, `${looks} looks`);
  });
});
