import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface NearBlockProps {
  /** In pixels, as far as can be told before it is drawn. */
  readonly estimate: number;
  /** Drawn wherever it is. */
  readonly isDrawn: boolean;
  readonly children: () => ComponentChildren;
}

/** A part of a long list that is drawn as long as it is on screen or near it, and holds its place otherwise. */
export function NearBlock({ estimate, isDrawn, children }: NearBlockProps) {
  const element = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const known = useRef({ estimate, height: estimate });
  if (known.current.estimate !== estimate) known.current = { estimate, height: estimate };
  useEffect(() => {
    const block = element.current;
    if (block === null) return;
    return watch(block, (near, height) => {
      if (!near && height > 0) known.current.height = height;
      setNear(near);
    });
  }, []);
  const draws = isNear || isDrawn;
  return (
    <div ref={element} role="none" style={draws ? undefined : { height: `${known.current.height}px` }}>
      {draws && children()}
    </div>
  );
}

type Tell = (isNear: boolean, height: number) => void;

const tellers = new WeakMap<Element, Tell>();
let observer: IntersectionObserver | undefined;

/** One observer for all: thousands of them would each look at every scroll. */
function watch(block: Element, tell: Tell): () => void {
  // With the document as its root it looks beyond the edges of a frame, too.
  observer ??= new IntersectionObserver(report, { root: document, rootMargin: '600px 0px' });
  const watching = observer;
  tellers.set(block, tell);
  watching.observe(block);
  return () => watching.unobserve(block);
}

function report(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    tellers.get(target)?.(isIntersecting, boundingClientRect.height);
  }
}
