import { besides, type ListedOption } from '../listedOption';

export type { ListedOption };

export interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly ListedOption[];
  readonly active: number;
  /** The value is said where the label is another. */
  readonly withValues: boolean;
  readonly onPick: (option: ListedOption) => void;
}

/** What can be taken into a text field. The focus stays in the field. */
export function OptionList({ id, label, options, active, withValues, onPick }: OptionListProps) {
  return (
    <div class="combobox-list" role="listbox" id={id} aria-label={label}>
      {options.map((option, index) => (
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          ref={index === active ? scrollIntoView : null}
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(option);
          }}
        >
          <span class="combobox-label">{option.label}</span>
          {besides(option, withValues).map(({ kind, text }) => (
            <span key={kind} class={`combobox-${kind}`}>
              {text}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

/** The next one, from the last to the first and back. */
export function nextOption(from: number, by: 1 | -1, length: number): number {
  if (length === 0) return -1;
  if (from === -1) return by === 1 ? 0 : length - 1;
  return (from + by + length) % length;
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
