import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Choice, FormField } from '../../../../src/protocol/form';
import type { JsonValue } from '../../../../src/protocol/json';
import type { Column } from '../../../../src/protocol/table/columns';
import { jsonText, readJson, readNumber, textOf } from '../../fields/scalarText';

export interface Typed {
  readonly value: JsonValue | undefined;
  readonly written?: string;
}

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

const unset = 'unset';

export function CellEditor(props: CellEditorProps) {
  const { column, value, name, begun, known = [] } = props;
  const listId = useId();
  const { field } = column;
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const ended = useRef(false);
  // At once: the next key of who types on belongs to the editor already.
  useLayoutEffect(() => {
    const { current } = control;
    current?.focus();
    if (field.kind === 'choice' || !current) return;
    if (begun === undefined) current.select();
    else current.setSelectionRange(begun.length, begun.length);
  }, []);
  const end = (step?: readonly [number, number]) => {
    if (ended.current) return;
    ended.current = true;
    props.onDone(read(field, control.current?.value ?? '', value), step);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const step = stepOf(event);
    if (step === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (step) return end(step);
    ended.current = true;
    props.onCancel();
  };
  const common = {
    ref: control,
    class: 'cell-editor',
    'aria-label': name,
    'data-control': '',
    onKeyDown,
    onBlur: () => end(),
  };
  if (field.kind === 'choice') {
    const options = optionsOf(field);
    const current = options.findIndex((option) => textOf(option.value) === textOf(value) && value !== undefined);
    return (
      <select {...common} value={current < 0 ? unset : String(current)} onChange={() => end([0, 0])}>
        <option value={unset}>{value === undefined || current >= 0 ? '' : textOf(value)}</option>
        {options.map(({ label }, index) => (
          <option key={label} value={String(index)}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <>
      <input
        {...common}
        {...(isSecret(field) ? { type: 'password' as const } : known.length > 0 && { list: listId })}
        autocomplete="off"
        spellcheck={false}
        inputMode={field.kind === 'number' ? 'decimal' : 'text'}
        placeholder={field.nullLabel}
        defaultValue={begun ?? startText(field, value)}
        onPaste={(event) => {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (!/[\r\n\t]/.test(text.trim()) || !props.onPaste(text)) return;
          event.preventDefault();
          ended.current = true;
        }}
      />
      {known.length > 0 && (
        <datalist id={listId}>
          {known.map(({ value: own, label }) => (
            <option key={label} value={textOf(own)} label={label} />
          ))}
        </datalist>
      )}
    </>
  );
}

function isSecret(field: FormField): boolean {
  return field.kind === 'text' && field.secret;
}

function stepOf({ key, shiftKey }: KeyboardEvent): readonly [number, number] | undefined {
  if (key === 'Enter') return [shiftKey ? -1 : 1, 0];
  return key === 'Tab' ? [0, shiftKey ? -1 : 1] : undefined;
}

function optionsOf(field: FormField & { kind: 'choice' }) {
  if (field.nullLabel === undefined || field.options.some(({ value }) => value === null)) return field.options;
  return [...field.options, { value: null, label: field.nullLabel }];
}

function startText(field: FormField, value: JsonValue | undefined): string {
  if (value === null) return field.nullLabel ?? 'null';
  return field.kind === 'json' ? jsonText(value) : textOf(value);
}

function read(field: FormField, text: string, before: JsonValue | undefined): Typed {
  if (field.kind === 'choice') {
    if (text === unset) return { value: before };
    return { value: optionsOf(field)[Number(text)]?.value };
  }
  if (text === startText(field, before) && before !== undefined) return { value: before };
  if (text === '') return { value: undefined };
  if (field.nullLabel !== undefined && text === field.nullLabel) return { value: null };
  if (field.kind === 'number') {
    const reading = readNumber(text, { kind: 'absent' });
    return reading.kind === 'value' ? { value: reading.value } : { value: undefined };
  }
  if (field.kind !== 'json') return { value: text };
  // What is no JSON is a text.
  const reading = readJson(text, { kind: 'absent' });
  return reading.kind === 'value' ? { value: reading.value, written: text } : { value: text };
}
