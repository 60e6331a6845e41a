import { t } from '@vscode/l10n';
import type { ListField } from '../../../../src/protocol/form';
import { type Column, columnsOf } from '../../../../src/protocol/table/columns';
import { nestedListsOf } from '../../../../src/protocol/table/nestedRows';
import type { RowChoices, RowsPreview } from '../../../../src/protocol/table/rows';

export function ColumnTargets({
  field,
  preview: { columns, choices, nested },
  onChoose,
}: {
  readonly field: ListField;
  readonly preview: RowsPreview;
  readonly onChoose: (targets: RowChoices['targets']) => void;
}) {
  const known: readonly Column[] =
    nestedListsOf(field).find(({ pointer }) => pointer === nested)?.columns ?? columnsOf(field);
  return (
    <div class="rows-columns">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Column')}</th>
            <th scope="col">{t('For example')}</th>
            <th scope="col">{t('Goes to')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ head, samples }, index) => (
            <tr key={index}>
              <th scope="row">{head}</th>
              <td class="rows-samples">{samples.join(', ')}</td>
              <td>
                <select
                  aria-label={t('{0} goes to', head)}
                  value={choices.targets[index] ?? ''}
                  onChange={({ currentTarget: { value } }) =>
                    onChoose(
                      choices.targets.map((target, at) => {
                        if (at === index) return value === '' ? null : value;
                        return target === value ? null : target;
                      }),
                    )
                  }
                >
                  <option value="">{t('Nowhere')}</option>
                  {known.map(({ pointer, title }) => (
                    <option key={pointer} value={pointer}>
                      {title}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
