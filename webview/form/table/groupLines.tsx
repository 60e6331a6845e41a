import { t } from '@vscode/l10n';
import { useContext } from 'preact/hooks';
import { isWithin } from '../../../src/protocol/pointer';
import { TextButton } from '../../ui/controls/quietButton';
import { Icon } from '../../ui/icon';
import { ListsContext } from '../lists/listsContext';
import { useSession } from '../state/formContexts';

/** What is wrong in many rows, one line for each kind. */
export function GroupLines({
  pointer,
  onReveal,
}: {
  readonly pointer: string;
  readonly onReveal: (pointer: string) => void;
}) {
  const session = useSession();
  const desk = useContext(ListsContext);
  const own = (desk?.issueGroups ?? []).filter(({ first }) => isWithin(first, pointer));
  if (own.length === 0) return null;
  return (
    <ul class="group-lines">
      {own.map(({ title, severity, code, place, first, mend }) => (
        <li key={`${code} ${place}`} class={`group-${severity}`}>
          <Icon name={severity} />
          <span>
            {title}{' '}
            <TextButton onClick={() => onReveal(first)} action="revealGroup">
              {t('Show the first')}
            </TextButton>{' '}
            {mend !== undefined && (
              <TextButton
                onClick={() => {
                  session.flush();
                  desk?.post('mendAll', { title: mend });
                }}
                action="mendAll"
              >
                {mend}
              </TextButton>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
