import { jsonTokens, tokenKinds } from './jsonTokens';

/** Colours JSON in a text node after it was painted. Returns how to take the colours off. */
export function highlightJson(text: Text): () => void {
  // Older editors lack the highlight API: there the text stays plain.
  if (!('highlights' in CSS)) return () => {};
  const added: StaticRange[] = [];
  const frame = requestAnimationFrame(() => {
    for (const token of jsonTokens(text.data)) {
      const range = new StaticRange({
        startContainer: text,
        startOffset: token.start,
        endContainer: text,
        endOffset: token.end,
      });
      highlightOf(token.kind).add(range);
      added.push(range);
    }
  });
  return () => {
    cancelAnimationFrame(frame);
    for (const kind of tokenKinds) for (const range of added) highlightOf(kind).delete(range);
  };
}

function highlightOf(kind: (typeof tokenKinds)[number]): Highlight {
  const name = `json-${kind}`;
  const existing = CSS.highlights.get(name);
  if (existing) return existing;
  const highlight = new Highlight();
  CSS.highlights.set(name, highlight);
  return highlight;
}
