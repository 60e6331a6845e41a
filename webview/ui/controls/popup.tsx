import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What stands at the top of a page and stays there. */
const headHeight = 96;

/** What a text field offers, below it; above it where it would cover a button that mends the field. */
export function Popup({ children }: { readonly children: ComponentChildren }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => leaveMendsFree(element.current));
  return (
    <div ref={element} class="popup">
      {children}
    </div>
  );
}

function leaveMendsFree(popup: HTMLElement | null): void {
  const control = popup?.parentElement;
  if (!popup || !control) return;
  const isInWay = popup.closest('.field')?.querySelector('.field-notes .issue button') != null;
  const room = control.getBoundingClientRect().top - headHeight;
  popup.classList.toggle('popup-above', isInWay && room > popup.offsetHeight);
}
