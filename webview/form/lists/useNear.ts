import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How far outside the window something is drawn whole, so that nobody sees it being drawn. */
const margin = '800px';

const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Whether an element has come near the window once; at once where it is known to begin there. */
export function useNear(element: RefObject<Element | null>, atOnce: boolean): boolean {
  const [near, setNear] = useState(atOnce);
  useEffect(() => {
    const { current } = element;
    return near || current === null ? undefined : whenNear(current, () => setNear(true));
  }, [near, element]);
  return near;
}

function whenNear(element: Element, then: () => void): () => void {
  observer ??= new IntersectionObserver(tell, { rootMargin: margin });
  const own = observer;
  waiting.set(element, then);
  own.observe(element);
  return () => {
    waiting.delete(element);
    own.unobserve(element);
  };
}

function tell(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.();
}
