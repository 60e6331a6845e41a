import { jsonTokens, type TokenKind, tokenKinds } from './jsonTokens';

/**
 * Colours JSON in a text node after it was painted; returns how to take the colours off. One text at a time: the
 * page shows one body, and ranges that are added and removed singly are slow for a large one.
 */
export function highlightJson(text: Text): () => void {
  // Older editors lack the highlight API: there the text stays plain.
  if (!('highlights' in CSS)) return () => {};
  const frame = requestAnimationFrame(() => {
    for (const [kind, highlight] of highlightsOf(text)) CSS.highlights.set(nameOf(kind), highlight);
  });
  return () => {
    cancelAnimationFrame(frame);
    for (const kind of tokenKinds) CSS.highlights.delete(nameOf(kind));
  };
}

function highlightsOf(text: Text): ReadonlyMap<TokenKind, Highlight> {
  const highlights = new Map(tokenKinds.map((kind) => [kind, new Highlight()]));
  for (const { kind, start, end } of jsonTokens(text.data)) {
    const range = { startContainer: text, startOffset: start, endContainer: text, endOffset: end };
    highlights.get(kind)?.add(new StaticRange(range));
  }
  return highlights;
}

function nameOf(kind: TokenKind): string {
  return `json-${kind}`;
}
