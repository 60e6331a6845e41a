import { t } from '@vscode/l10n';
import { useContext, useState } from 'preact/hooks';
import type { FormEdit, ListField } from '../../../../src/protocol/form';
import type { JsonValue } from '../../../../src/protocol/json';
import { pointerTo } from '../../../../src/protocol/pointer';
import { itemsNoun } from '../../../../src/protocol/words/itemNouns';
import { TextButton } from '../../../ui/controls/quietButton';
import { withSpelling } from '../../fields/scalarText';
import { SpellingsContext, useSession } from '../../state/formContexts';
import { MadeUpTool } from './madeUpTool';

export interface SeveralToolProps {
  readonly field: ListField;
  readonly pointer: string;
  readonly items: readonly JsonValue[];
  /** The item that is copied; the last one where none is chosen. */
  readonly from?: number | undefined;
}

const most = 1000;

/** Adds many items at once: new ones, copies of one, or people who do not exist. */
export function SeveralTool({ field, pointer, items, from = items.length - 1 }: SeveralToolProps) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('10');
  const room = (field.maxItems ?? Number.POSITIVE_INFINITY) - items.length;
  const count = Math.min(Number(text), room);
  const isNumber = /^\d+$/.test(text) && count >= 1 && count <= most;
  const what = itemsNoun(field);
  const add = (edit: FormEdit) => session.mend(Array.from({ length: count }, () => edit));
  const copied = items[from];
  const spellings = useContext(SpellingsContext);
  return (
    <span class="several">
      <TextButton
        icon={open ? 'chevronDown' : 'chevronRight'}
        expanded={open}
        onClick={() => setOpen(!open)}
        action="several"
      >
        {t('Several…')}
      </TextButton>
      {open && (
        <span class="several-fields">
          <input
            class="several-count"
            inputMode="numeric"
            aria-label={t('How many {0}, up to {1}', what, Math.min(room, most))}
            aria-invalid={isNumber ? undefined : 'true'}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
          <TextButton
            disabled={!isNumber}
            onClick={() => add({ kind: 'append', pointer, value: field.newItem })}
            action="addSeveral"
          >
            {t('Add {0} {1}', isNumber ? count : '', what)}
          </TextButton>
          {copied !== undefined && (
            <TextButton
              disabled={!isNumber}
              onClick={() =>
                add({
                  kind: 'insert',
                  pointer,
                  index: from + 1,
                  ...withSpelling(copied, { pointer: pointerTo(pointer, from), spellings }),
                })
              }
              action="copySeveral"
            >
              {t('Add {0} copies of number {1}', isNumber ? count : '', from + 1)}
            </TextButton>
          )}
          {field.holdsPeople && <MadeUpTool pointer={pointer} what={what} count={isNumber ? count : undefined} />}
        </span>
      )}
    </span>
  );
}
