import { t } from '@vscode/l10n';
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Choice, ChoiceField } from '../../../../src/protocol/form';
import type { JsonValue } from '../../../../src/protocol/json';
import type { Column } from '../../../../src/protocol/table/columns';
import type { ListedOption } from '../../../ui/controls/optionList';
import { keyboardOf } from '../../aids/keyboardOf';
import { knownTexts } from '../../aids/knownTexts';
import { textOf } from '../../fields/scalarText';
import { isOfEditor } from '../../focus/whenLeaving';
import { useSession } from '../../state/formContexts';
import { CellOptions } from './cellOptions';
import { optionsOf, readTyped, startText, type Typed, unset } from './cellText';
import { type CellCompletion, isSecret, useCellOptions } from './useCellOptions';

export interface CellEditorProps {
  readonly column: Column;
  readonly value: JsonValue | undefined;
  readonly name: string;
  /** Values known from the connection. */
  readonly known: readonly Choice[] | undefined;
  /** What was typed to begin with, in the place of the value. */
  readonly begun: string | undefined;
  /** The cell to go to then, as a step; none for a cell that was left by other means. */
  readonly onDone: (typed: Typed, step?: readonly [rows: number, columns: number]) => void;
  readonly onCancel: () => void;
  /** Several lines are rows, not a value. True when they are taken as such. */
  readonly onPaste: (text: string) => boolean;
}

export function CellEditor(props: CellEditorProps) {
  return props.column.field.kind === 'choice' ? (
    <ChoiceEditor {...props} field={props.column.field} />
  ) : (
    <TextEditor {...props} />
  );
}

type Control = RefObject<HTMLInputElement | HTMLSelectElement | null>;

/** Ends once, whatever comes first: a key, or the focus that goes elsewhere. */
function useEnd({ column, value, onDone, onCancel }: CellEditorProps, control: Control) {
  const ended = useRef(false);
  const once = (act: () => void) => {
    if (ended.current) return;
    ended.current = true;
    act();
  };
  return {
    isOver: () => ended.current,
    done: (step?: readonly [number, number]) =>
      once(() => onDone(readTyped(column.field, control.current?.value ?? '', value), step)),
    cancel: () => once(onCancel),
    forget: () => once(() => {}),
  };
}

function ChoiceEditor({ field, ...props }: CellEditorProps & { readonly field: ChoiceField }) {
  const { value, name } = props;
  const control = useRef<HTMLSelectElement>(null);
  const end = useEnd(props, control);
  useLayoutEffect(() => control.current?.focus(), []);
  const options = optionsOf(field);
  const current = options.findIndex((option) => textOf(option.value) === textOf(value) && value !== undefined);
  return (
    <select
      ref={control}
      class="cell-editor"
      aria-label={name}
      data-control=""
      onKeyDown={(event) => onEditorKey(event, end.done, end.cancel)}
      onBlur={() => end.done()}
      value={current < 0 ? unset : String(current)}
      onChange={() => end.done([0, 0])}
    >
      <option value={unset}>{value === undefined || current >= 0 ? '' : textOf(value)}</option>
      {options.map(({ label }, index) => (
        <option key={label} value={String(index)}>
          {label}
        </option>
      ))}
    </select>
  );
}

function TextEditor(props: CellEditorProps) {
  const { column, value, name, begun, known } = props;
  const { field } = column;
  const listId = useId();
  const control = useRef<HTMLInputElement>(null);
  const end = useEnd(props, control);
  const completion = useCellOptions(field, knownTexts(field, known), begun);
  const { options, active, isOpen } = completion;
  // At once: the next key of who types on belongs to the editor already.
  useLayoutEffect(() => {
    const { current } = control;
    current?.focus();
    completion.open();
    if (begun === undefined) current?.select();
    else current?.setSelectionRange(begun.length, begun.length);
  }, []);
  useUntold(() => !end.isOver(), end.done);
  const pick = (option: ListedOption) => {
    const { current } = control;
    const { text, caret, isWhole } = completion.taken(option);
    if (!current) return;
    current.value = text;
    if (isWhole) return end.done([0, 0]);
    current.setSelectionRange(caret, caret);
    completion.look(text, caret);
    completion.close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOpen && options.length > 0 && onListKey(event, completion, pick)) return;
    onEditorKey(event, end.done, end.cancel);
  };
  return (
    <>
      <input
        ref={control}
        class="cell-editor"
        aria-label={name}
        data-control=""
        {...(isSecret(field) ? { type: 'password' as const } : comboboxProps(completion, listId))}
        onKeyDown={onKeyDown}
        onBlur={() => end.done()}
        onInput={({ currentTarget }) =>
          completion.look(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length)
        }
        autocomplete="off"
        spellcheck={false}
        inputMode={keyboardOf(field)}
        placeholder={field.nullLabel}
        defaultValue={begun ?? startText(field, value)}
        onPaste={(event) => {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (!/[\r\n\t]/.test(text.trim()) || !props.onPaste(text)) return;
          event.preventDefault();
          end.forget();
        }}
      />
      {isOpen && (
        <CellOptions
          id={listId}
          label={t('Values for {0}', name)}
          options={options}
          active={active}
          status={completion.status}
          anchor={control}
          onPick={pick}
        />
      )}
    </>
  );
}

/** Whoever sends or goes away in the middle of a cell has its text in the request. */
function useUntold(isWaiting: () => boolean, done: () => void): void {
  const session = useSession();
  const latest = useRef({ isWaiting, done });
  latest.current = { isWaiting, done };
  useLayoutEffect(
    () =>
      session.track({
        get waiting() {
          return latest.current.isWaiting();
        },
        flush: () => latest.current.done(),
        drop: () => {},
      }),
    [session],
  );
}

/** A field of passwords may not be one. */
function comboboxProps({ isOpen, active }: CellCompletion, listId: string) {
  return {
    role: 'combobox' as const,
    'aria-autocomplete': 'list' as const,
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? listId : undefined,
    'aria-activedescendant': isOpen && active >= 0 ? `${listId}-${active}` : undefined,
  };
}

/** Keys of the list below a cell. True for those that go no further. */
function onListKey(
  event: KeyboardEvent,
  { options, active, step, close }: CellCompletion,
  pick: (option: ListedOption) => void,
): boolean {
  const option = options[active];
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1);
  else if (event.key === 'Enter' && option !== undefined) pick(option);
  else if (event.key === 'Escape') close();
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function onEditorKey(event: KeyboardEvent, done: (step: readonly [number, number]) => void, cancel: () => void): void {
  if (isOfEditor(event)) return;
  event.stopPropagation();
  const step = stepOf(event);
  if (step === undefined && event.key !== 'Escape') return;
  event.preventDefault();
  if (step) done(step);
  else cancel();
}

function stepOf({ key, shiftKey }: KeyboardEvent): readonly [number, number] | undefined {
  if (key === 'Enter') return [shiftKey ? -1 : 1, 0];
  return key === 'Tab' ? [0, shiftKey ? -1 : 1] : undefined;
}
