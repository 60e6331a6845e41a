import type { TextExtent } from '../json/find';

const [all, now] = ['found', 'found-now'] as const;

/** Marks places in a text node; returns how to take the marks off. */
export function markMatches(text: Text, matches: readonly TextExtent[], current: TextExtent | undefined): () => void {
  // Older editors lack the highlight API: there the window only scrolls to the matches.
  if (!('highlights' in CSS)) return () => {};
  CSS.highlights.set(all, new Highlight(...matches.map((match) => rangeOf(text, match))));
  if (current) {
    const highlight = new Highlight(rangeOf(text, current));
    highlight.priority = 1;
    CSS.highlights.set(now, highlight);
  }
  return () => {
    CSS.highlights.delete(all);
    CSS.highlights.delete(now);
  };
}

export function scrollToMatch(text: Text, { start, end }: TextExtent): void {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  const { top, left } = range.getBoundingClientRect();
  window.scrollBy({ top: top - window.innerHeight / 2 });
  const box = text.parentElement;
  const right = (box?.getBoundingClientRect().left ?? 0) + (box?.clientWidth ?? 0);
  if (box && (left < 0 || left > right - 40)) box.scrollLeft += left - right / 2;
}

function rangeOf(text: Text, { start, end }: TextExtent): StaticRange {
  return new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end });
}
