import { t } from '@vscode/l10n';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { FormEdit, ListField } from '../../../../src/protocol/form';
import type { JsonValue } from '../../../../src/protocol/json';
import { countOf } from '../../../../src/protocol/words/itemNouns';
import { useSession } from '../../state/formContexts';
import { focusBox, onSelectionKey } from './selectionKeys';
import { removalOf, stepOf } from './severalItems';
import type { Selection } from './useSelection';

export interface SeveralActions {
  /** False where there is nothing to change. */
  readonly change: (edits: readonly FormEdit[], words: string) => boolean;
  readonly move: (by: 1 | -1) => void;
  readonly remove: () => void;
  readonly press: (event: KeyboardEvent) => void;
  /** The last change, for those who cannot see it. */
  readonly said: string;
}

export interface SeveralOf {
  readonly field: ListField;
  readonly pointer: string;
  readonly items: readonly JsonValue[];
  readonly selection: Selection;
}

/** What is done to all items that are chosen: by keys on their boxes, and by the bar. */
export function useSeveral(
  { field, pointer, items, selection }: SeveralOf,
  list: RefObject<HTMLOListElement | null>,
): SeveralActions {
  const session = useSession();
  const [said, say] = useState('');
  const { indexes } = selection;
  const some = { pointer, items, indexes };
  const change = (edits: readonly FormEdit[], words: string, done?: () => void) => {
    if (edits.length === 0) return false;
    session.mend(edits, done);
    say(words);
    return true;
  };
  const words = countOf(indexes.length, field);
  /** The focus goes with the items where it was on one of them. */
  const boxInFocus = () => list.current?.contains(document.activeElement) ?? false;
  const move = (by: 1 | -1) => {
    const focused = boxInFocus() ? document.activeElement : null;
    change(stepOf(some, by), by < 0 ? t('{0} moved up', words) : t('{0} moved down', words), () => {
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
    });
  };
  const remove = () => {
    const least = field.minItems ?? 0;
    if (items.length - indexes.length < least) {
      say(t('{0} needs {1} at least.', field.label, countOf(least, field)));
      return;
    }
    const first = indexes[0] ?? 0;
    const follows = boxInFocus();
    change(removalOf(some), t('{0} removed', words), () => follows && focusBox(list.current, first));
  };
  const press = (event: KeyboardEvent) => onSelectionKey(event, { list: list.current, selection, move, remove });
  return { change, move, remove, press, said };
}
