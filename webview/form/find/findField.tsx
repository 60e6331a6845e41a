import { t } from '@vscode/l10n';
import { useMemo, useState } from 'preact/hooks';
import type { FormModel } from '../../../src/protocol/form';
import type { JsonObject } from '../../../src/protocol/json';
import { Combobox } from '../../ui/controls/combobox';
import { isBlank } from '../issues/issueTree';
import { findFields } from './findFields';

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
      findFields(model, values, text).map(({ field, pointer, value, trail }) => ({
        value: pointer,
        label: [...trail, field.label].join(' › '),
        detail: isBlank(value) ? `${t('add')} · ${field.key}` : field.key,
      })),
    [model, values, text],
  );
  return (
    <div class="find-field" data-find="">
      <Combobox
        label={t('Find a field')}
        description={t('By its name, its key or what is said of it. Enter shows it.')}
        placeholder={t('Find a field…')}
        value={text}
        options={options}
        isSearch
        onInput={setText}
        onPick={(pointer) => {
          setText('');
          onFound(pointer);
        }}
      />
    </div>
  );
}
