import type { RowGroup } from '../../../../src/protocol/table/rows';
import { Icon } from '../../../ui/icon';
import { groupWords } from '../cellWords';

export function RowGroups({
  title,
  icon,
  groups,
}: {
  readonly title: string;
  readonly icon: 'error' | 'warning';
  readonly groups: readonly RowGroup[];
}) {
  if (groups.length === 0) return null;
  return (
    <>
      <h5>{title}</h5>
      <ul class="group-lines">
        {groups.map(({ why, rows }) => (
          <li key={why} class={`group-${icon}`}>
            <Icon name={icon} />
            <span>{groupWords({ why, rows })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
