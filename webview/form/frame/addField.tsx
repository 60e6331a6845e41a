import { t } from '@vscode/l10n';
import { useState } from 'preact/hooks';
import type { FormField, Issue } from '../../../src/protocol/form';
import { TextButton } from '../../ui/controls/quietButton';
import { IssueLines } from './fieldFrame';

/** What is wrong without a field that was taken out, with the way back to it. */
export function MissedField({
  field,
  issues,
  onAdd,
}: {
  readonly field: FormField;
  readonly issues: readonly Issue[];
  readonly onAdd: (field: FormField) => void;
}) {
  if (issues.length === 0) return null;
  return (
    <div class="missed-field">
      <IssueLines issues={issues} />
      <TextButton icon="add" onClick={() => onAdd(field)} action="addMissed">
        {t('Add {0}', field.label)}
      </TextButton>
    </div>
  );
}

/** The names of fields that are not shown. */
export function AddField({
  fields,
  onAdd,
}: {
  readonly fields: readonly FormField[];
  readonly onAdd: (field: FormField) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <div class="add-field">
      <TextButton
        icon={open ? 'chevronDown' : 'chevronRight'}
        expanded={open}
        onClick={() => setOpen(!open)}
        action="moreFields"
      >
        {t('More fields ({0})', fields.length)}
      </TextButton>
      {open && (
        <div class="add-field-names">
          {fields.map((field) => (
            <button
              key={field.key}
              type="button"
              class="add-field-name"
              title={field.description}
              onClick={() => onAdd(field)}
              data-field={field.key}
            >
              {field.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
