import { t } from '@vscode/l10n';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import type { ListField } from '../../../../src/protocol/form';
import { type RowChoices, type RowsPreview, separators } from '../../../../src/protocol/table/rows';
import { Button } from '../../../ui/controls/button';
import { TextButton } from '../../../ui/controls/quietButton';
import { ListsContext } from '../../lists/listsContext';
import { useSession } from '../../state/formContexts';
import { ColumnTargets } from './columnTargets';
import { RowGroups } from './rowGroups';

export interface RowsPreviewViewProps {
  readonly field: ListField;
  readonly preview: RowsPreview;
}

/** What would become of pasted rows: where each column goes, what is refused, who is there already. */
export function RowsPreviewView({ field, preview }: RowsPreviewViewProps) {
  const desk = useContext(ListsContext);
  const session = useSession();
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const own = element.current;
    const before = document.activeElement;
    own?.scrollIntoView({ block: 'nearest' });
    own?.focus({ preventScroll: true });
    // Where they were pasted, unless somebody has gone elsewhere.
    return () => {
      if (own?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const { choices, source, rows, added, updated, skipped, existing, refused, wrong } = preview;
  const choose = (change: Partial<RowChoices>) => desk?.post('chooseRows', { choices: { ...choices, ...change } });
  const left = refused.reduce((count, group) => Math.max(count, group.rows.length), 0);
  return (
    <section
      ref={element}
      class="rows-preview"
      aria-labelledby="rows-preview-title"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') desk?.post('dropRows', {});
      }}
    >
      <h4 id="rows-preview-title">
        {rows === 1 ? t('One row from {0}', source) : t('{0} rows from {1}', rows, source)}
      </h4>
      <div class="rows-options">
        <label>
          {t('Separated by')}{' '}
          <select
            value={choices.separator}
            onChange={({ currentTarget }) => choose({ separator: currentTarget.value })}
          >
            {separators().map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={choices.hasHead}
            onChange={({ currentTarget }) => choose({ hasHead: currentTarget.checked })}
          />
          {t('The first row names the columns')}
        </label>
      </div>
      <ColumnTargets field={field} preview={preview} onChoose={(targets) => choose({ targets })} />
      {existing && existing.rows.length > 0 && (
        <fieldset class="rows-existing">
          <legend>
            {existing.rows.length === 1
              ? t('1 row with the same {0} is there already', existing.title)
              : t('{0} rows with the same {1} are there already', existing.rows.length, existing.title)}
          </legend>
          {forExisting().map(([value, label]) => (
            <label key={value}>
              <input
                type="radio"
                name="existing"
                checked={choices.existing === value}
                onChange={() => choose({ existing: value })}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      <RowGroups title={t('Refused')} icon="error" groups={refused} />
      {(left > 0 || choices.takesRefused) && (
        <label class="rows-refused">
          <input
            type="checkbox"
            checked={choices.takesRefused}
            onChange={({ currentTarget }) => choose({ takesRefused: currentTarget.checked })}
          />
          {t('Take them as they are written, and mend them in the form')}
        </label>
      )}
      <RowGroups title={t('To mend in the form')} icon="warning" groups={wrong} />
      <p class="rows-end">
        <Button primary disabled={added + updated === 0} onClick={() => desk?.post('takeRows', {})} action="takeRows">
          {takeWords(added, updated)}
        </Button>
        {preview.cell && (
          <TextButton onClick={() => desk?.post('rowsToCells', session.count())} action="rowsToCells">
            {t('Put them into the cells instead')}
          </TextButton>
        )}
        <TextButton onClick={() => desk?.post('dropRows', {})} action="dropRows">
          {t('Drop them')}
        </TextButton>
        {skipped > 0 && (
          <span class="field-note">
            {skipped === 1 ? t('1 row left as it is') : t('{0} rows left as they are', skipped)}
          </span>
        )}
      </p>
    </section>
  );
}

const forExisting = () =>
  [
    ['skip', t('Leave them as they are')],
    ['update', t('Bring them up to date')],
    ['add', t('Add them once more')],
  ] as const;

function takeWords(added: number, updated: number): string {
  if (updated === 0) return added === 1 ? t('Add 1 row') : t('Add {0} rows', added);
  if (added > 0) return t('Add {0}, update {1}', added, updated);
  return updated === 1 ? t('Update 1 row') : t('Update {0} rows', updated);
}
