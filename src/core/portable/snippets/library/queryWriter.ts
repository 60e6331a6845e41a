/**
 * What the library of snippets writes queries with; the build puts it in the place of the library's own, which brings more
 * along than all languages together. The library is given marks in the place of texts, never a query.
 */
export function stringify(query: object): string {
  if (Object.keys(query).length > 0) throw new Error('A query is written as a part of its address.');
  return '';
}
