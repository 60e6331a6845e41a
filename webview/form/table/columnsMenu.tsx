import { t } from '@vscode/l10n';
import { useState } from 'preact/hooks';
import type { Column } from '../../../src/protocol/table/columns';
import { TextButton } from '../../ui/controls/quietButton';

export interface ColumnsMenuProps {
  readonly all: readonly Column[];
  readonly shown: readonly Column[];
  readonly onChoose: (pointer: string, shows: boolean) => void;
}

/** Which columns are shown. */
export function ColumnsMenu({ all, shown, onChoose }: ColumnsMenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="columns-menu">
      <TextButton
        icon={open ? 'chevronDown' : 'chevronRight'}
        expanded={open}
        onClick={() => setOpen(!open)}
        action="columns"
      >
        {t('Columns ({0} of {1})', shown.length, all.length)}
      </TextButton>
      {open && (
        <fieldset class="columns-names">
          <legend class="visually-hidden">{t('Columns to show')}</legend>
          {all.map((column) => (
            <label key={column.pointer}>
              <input
                type="checkbox"
                checked={shown.includes(column)}
                onChange={({ currentTarget }) => onChoose(column.pointer, currentTarget.checked)}
              />
              {column.title}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
