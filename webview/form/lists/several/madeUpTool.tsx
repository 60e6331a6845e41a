import { t } from '@vscode/l10n';
import { useContext, useState } from 'preact/hooks';
import { type EdgeKind, edgeKindName, edgeKinds } from '../../../../src/protocol/testData';
import { TextButton } from '../../../ui/controls/quietButton';
import { useSession } from '../../state/formContexts';
import { ListsContext } from '../listsContext';

export interface MadeUpToolProps {
  readonly pointer: string;
  /** What the items are called. */
  readonly what: string;
  /** Undefined where what was typed is none. */
  readonly count: number | undefined;
}

const plain = 'plain';

/** Adds people whose addresses and numbers are nobody's. */
export function MadeUpTool({ pointer, what, count }: MadeUpToolProps) {
  const session = useSession();
  const desk = useContext(ListsContext);
  const [kind, setKind] = useState<EdgeKind | typeof plain>(plain);
  if (desk === undefined) return null;
  const add = (wanted: number) => {
    session.flush();
    desk.post('addPeople', { pointer, count: wanted, ...(kind !== plain && { edge: kind }), ...session.count() });
  };
  return (
    <span class="several-fields">
      <TextButton
        disabled={count === undefined}
        title={t('Their addresses are of example.com, .org and .net: nobody gets mail.')}
        onClick={() => count !== undefined && add(count)}
        action="addPeople"
      >
        {t('Add {0} made-up {1}', count ?? '', what)}
      </TextButton>
      <select
        aria-label={t('Kind of made-up {0}', what)}
        value={kind}
        onChange={({ currentTarget }) => setKind(kindNamed(currentTarget.value))}
      >
        <option value={plain}>{t('Names of many languages')}</option>
        {edgeKinds.map((edge) => (
          <option key={edge} value={edge}>
            {edgeKindName(edge)}
          </option>
        ))}
      </select>
    </span>
  );
}

function kindNamed(name: string): EdgeKind | typeof plain {
  return edgeKinds.find((edge) => edge === name) ?? plain;
}
