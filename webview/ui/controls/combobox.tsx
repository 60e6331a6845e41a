import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../icon';
import type { ControlDescription } from './describeControl';
import { type ListedOption, nextOption, OptionList } from './optionList';
import { Popup } from './popup';

export interface ComboboxProps extends ControlDescription {
  readonly value: string;
  readonly options: readonly ListedOption[];
  readonly onInput: (text: string) => void;
  readonly onPick: (value: string) => void;
  readonly onBlur?: () => void;
  /** Escape, where no options are open that it would close. */
  readonly onEscape?: () => void;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean;
  /** The options are what the text finds, and Enter takes the first of them. */
  readonly isSearch?: boolean;
  /** Said below the options: that they are being loaded, or why there are none. */
  readonly status?: string | undefined;
  /** The options are about to be looked at. */
  readonly onOpen?: (() => void) | undefined;
}

/** A text field that offers known values and accepts any other. The toolkit has none. */
export function Combobox(props: ComboboxProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const [active, setActive] = useState(-1);
  const { isSearch = false, status } = props;
  const options = isSearch ? props.options : matching(props.options, filter);
  const known = props.options.find((option) => option.value === props.value);

  const show = () => {
    props.onOpen?.();
    setFilter('');
    setActive(props.options.findIndex((option) => option.value === props.value));
    setOpen(true);
  };
  const toggle = () => {
    input.current?.focus();
    if (open) setOpen(false);
    else show();
  };
  const pick = (option: ListedOption) => {
    setOpen(false);
    props.onPick(option.value);
  };
  const type = (text: string) => {
    setFilter(text);
    setActive(isSearch ? 0 : -1);
    setOpen(true);
    props.onInput(text);
  };
  const goBack = (event: KeyboardEvent) => {
    if (!open) return props.onEscape?.();
    event.stopPropagation();
    setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    const option = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open) setActive(nextOption(active, event.key === 'ArrowDown' ? 1 : -1, options.length));
      else show();
    } else if (event.key === 'Enter' && open && option && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      pick(option);
    } else if (event.key === 'Escape') {
      goBack(event);
    }
  };
  const leave = () => {
    setOpen(false);
    props.onBlur?.();
  };

  const shown = open && options.length > 0;
  const searching = isSearch && props.value !== '' && options.length === 0 ? t('Nothing is called like that.') : status;
  return (
    <div class={props.invalid ? 'combobox invalid' : 'combobox'}>
      <input
        ref={input}
        type="text"
        role="combobox"
        value={props.value}
        placeholder={props.placeholder}
        disabled={props.disabled}
        autocomplete="off"
        spellcheck={false}
        aria-label={props.label}
        aria-description={[known?.label, props.description].filter(Boolean).join('. ') || undefined}
        aria-invalid={props.invalid ? 'true' : undefined}
        aria-required={props.required ? 'true' : undefined}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onFocusOut={leave}
        onFocusIn={props.onOpen}
        data-control=""
      />
      {known && known.label !== known.value && <span class="combobox-known">{known.label}</span>}
      {!isSearch && (
        <button
          type="button"
          class="icon-button"
          tabIndex={-1}
          aria-label={t('Known values of {0}', props.label)}
          disabled={props.disabled}
          // Keeps the focus in the input, whose loss would close the list again.
          onMouseDown={(event) => event.preventDefault()}
          onClick={toggle}
        >
          <Icon name="chevronDown" />
        </button>
      )}
      {open && (
        <Offered status={searching}>
          {shown && (
            <OptionList
              id={listId}
              label={t('Known values of {0}', props.label)}
              options={options}
              active={active}
              withValues={!isSearch}
              onPick={pick}
            />
          )}
        </Offered>
      )}
    </div>
  );
}

function Offered({ status, children }: { readonly status: string | undefined; readonly children: ComponentChildren }) {
  if (status === undefined && children === false) return null;
  return (
    <Popup>
      {status !== undefined && (
        <p class="combobox-status" role="status">
          {status}
        </p>
      )}
      {children}
    </Popup>
  );
}

function matching(options: readonly ListedOption[], filter: string): readonly ListedOption[] {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return options;
  return options.filter((option) => `${option.label}\n${option.value}`.toLowerCase().includes(wanted));
}
