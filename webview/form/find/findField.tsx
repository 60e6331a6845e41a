import { t } from '@vscode/l10n';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { PlacedField } from '../../../src/protocol/filledFields';
import type { FormModel } from '../../../src/protocol/form';
import type { JsonObject } from '../../../src/protocol/json';
import { Combobox } from '../../ui/controls/combobox';
import { useFindKey } from '../../ui/findKey';
import { isBlank } from '../issues/issueTree';
import { findFields, holdsText } from './findFields';

export interface FindFieldProps {
  readonly model: FormModel;
  readonly values: JsonObject;
  /** Shows a field, and adds it where it is not there yet. */
  readonly onFound: (pointer: string) => void;
}

/** Looks for a field of the operation in all that it may hold. */
export function FindField({ model, values, onFound }: FindFieldProps) {
  const [text, setText] = useState('');
  const options = useMemo(
    () =>
      findFields(model, values, text).map((at) => ({
        value: at.pointer,
        label: [...at.trail, at.field.label].join(' › '),
        detail: detailOf(at, text),
      })),
    [model, values, text],
  );
  const place = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  useFindKey(true, () => {
    const input = place.current?.querySelector('input');
    if (document.activeElement !== input) before.current = document.activeElement;
    input?.focus();
    input?.select();
  });
  const leave = () => {
    setText('');
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <div class="find-field" data-find="" ref={place}>
      <Combobox
        label={t('Find a field')}
        description={t('By its name, its key, its value or what is said of it. Enter shows it.')}
        placeholder={t('Find a field… (Ctrl+F)')}
        value={text}
        options={options}
        isSearch
        onInput={setText}
        onEscape={leave}
        onPick={(pointer) => {
          setText('');
          onFound(pointer);
        }}
      />
    </div>
  );
}

/** What was found in it says more than what it is called on the wire. */
function detailOf(at: PlacedField, text: string): string {
  if (isBlank(at.value)) return `${t('add')} · ${at.field.key}`;
  return holdsText(at, text) ? `${at.value} · ${at.field.key}` : at.field.key;
}
