import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

export interface MenuItem {
  readonly title: string;
  readonly onChoose: () => void;
  /** Why it cannot be chosen. */
  readonly blocked?: string | undefined;
  readonly action?: string;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** A point of the window. */
  readonly at: { readonly x: number; readonly y: number };
  /** Gives the focus back where it came from. */
  readonly onClose: () => void;
}

/** Opens at a point with the focus on its first item; Escape, Tab and a click elsewhere close it. */
export function Menu({ label, items, at, onClose }: MenuProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = element.current;
    if (menu) placeWithin(menu, at);
  }, [at]);
  useEffect(() => itemsOf(element.current)[0]?.focus(), []);
  const move = (event: KeyboardEvent) => {
    event.stopPropagation();
    const to = target(event.key, itemsOf(element.current));
    if (to === undefined && event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    if (to === undefined) onClose();
    else to.focus();
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && element.current?.contains(relatedTarget))) onClose();
  };
  return (
    <div ref={element} class="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={move} onFocusOut={leave}>
      {items.map(({ title, onChoose, blocked, action }) => (
        <button
          key={title}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={blocked !== undefined}
          title={blocked}
          data-action={action}
          onClick={() => {
            if (blocked !== undefined) return;
            onClose();
            onChoose();
          }}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

function target(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1;
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return undefined;
  }
}

function itemsOf(menu: HTMLElement | null): readonly HTMLElement[] {
  return menu ? [...menu.querySelectorAll('button')] : [];
}

function placeWithin(menu: HTMLElement, { x, y }: MenuProps['at']): void {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(x, document.documentElement.clientWidth - width - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(y, window.innerHeight - height - 4))}px`;
}
