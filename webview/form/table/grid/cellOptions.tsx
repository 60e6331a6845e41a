import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type ListedOption, OptionList } from '../../../ui/controls/optionList';

export interface CellOptionsProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly ListedOption[];
  readonly active: number;
  /** Said below the options: that they are being loaded, or why there are none. */
  readonly status: string | undefined;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onPick: (option: ListedOption) => void;
}

/** What can be taken into a cell: above all else, since the table would cut it off. */
export function CellOptions({ id, label, options, active, status, anchor, onPick }: CellOptionsProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    element.current?.showPopover();
  }, []);
  useLayoutEffect(() => {
    const put = () => place(element.current, anchor.current);
    put();
    window.addEventListener('scroll', put, { capture: true });
    return () => window.removeEventListener('scroll', put, { capture: true });
  }, [options, status, anchor]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the cell, whatever of the list is pressed.
    <div ref={element} class="cell-options" popover="manual" onMouseDown={(event) => event.preventDefault()}>
      {status !== undefined && (
        <p class="combobox-status" role="status">
          {status}
        </p>
      )}
      {options.length > 0 && (
        <OptionList id={id} label={label} options={options} active={active} withValues onPick={onPick} />
      )}
    </div>
  );
}

/** Below the cell, or above it where there is no room. */
function place(list: HTMLElement | null, anchor: HTMLElement | null): void {
  if (!list || !anchor) return;
  const { left, top, bottom, width } = anchor.getBoundingClientRect();
  list.style.minWidth = `${width}px`;
  const fits = bottom + list.offsetHeight <= window.innerHeight || top < list.offsetHeight;
  list.style.left = `${Math.max(0, Math.min(left, window.innerWidth - list.offsetWidth))}px`;
  list.style.top = `${fits ? bottom : top - list.offsetHeight}px`;
}
