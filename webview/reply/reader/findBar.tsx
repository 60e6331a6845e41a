import { t } from '@vscode/l10n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton, TextButton } from '../../ui/controls/quietButton';
import { mostMatches } from '../json/find';
import type { FindState } from './viewStates';

export interface FindBarProps {
  readonly state: FindState;
  readonly onChange: (state: FindState) => void;
  /** Shows the match that the state now names. */
  readonly onGo: (current: number) => void;
  readonly onClose: () => void;
  readonly count: number;
  /** Finds in the whole body, of which only the beginning is here. */
  readonly onFindInEditor: (() => void) | undefined;
  /** Counts the wishes for the field to be focused. */
  readonly wishes: number;
}

export function FindBar({ state, onChange, onGo, onClose, count, onFindInEditor, wishes }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (wishes === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [wishes]);
  const current = count === 0 ? 0 : Math.min(state.current, count - 1);
  const go = (by: 1 | -1) => {
    if (count > 0) onGo((current + by + count) % count);
  };
  const press = (event: KeyboardEvent) => {
    const act = actOf(event, { go, onClose, toggle: () => onChange({ ...state, matchCase: !state.matchCase }) });
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <search class="find-bar" onKeyDown={press}>
      <input
        ref={field}
        type="text"
        aria-label={t('Find in the body')}
        placeholder={t('Find')}
        spellcheck={false}
        autocomplete="off"
        value={state.text}
        onInput={({ currentTarget }) => onChange({ ...state, text: currentTarget.value, current: 0 })}
        data-control="find"
      />
      <IconButton
        icon="matchCase"
        label={t('Match case (Alt+C)')}
        pressed={state.matchCase}
        onClick={() => onChange({ ...state, matchCase: !state.matchCase, current: 0 })}
        action="matchCase"
      />
      <span class="find-count" role="status">
        {countText(state.text, current, count)}
      </span>
      <IconButton
        icon="arrowUp"
        label={t('Previous match (Shift+Enter)')}
        disabled={count === 0}
        onClick={() => go(-1)}
        action="findPrevious"
      />
      <IconButton
        icon="arrowDown"
        label={t('Next match (Enter)')}
        disabled={count === 0}
        onClick={() => go(1)}
        action="findNext"
      />
      <IconButton icon="close" label={t('Close find (Escape)')} onClick={onClose} action="closeFind" />
      {onFindInEditor && state.text !== '' && (
        <TextButton icon="file" onClick={onFindInEditor} action="findInEditor">
          {t('Find in the whole body')}
        </TextButton>
      )}
    </search>
  );
}

interface Acts {
  readonly go: (by: 1 | -1) => void;
  readonly onClose: () => void;
  readonly toggle: () => void;
}

function actOf({ key, code, altKey, shiftKey, target }: KeyboardEvent, acts: Acts): (() => void) | undefined {
  if (key === 'Escape') return acts.onClose;
  if (altKey && code === 'KeyC') return acts.toggle;
  const isGoing = key === 'F3' || (key === 'Enter' && target instanceof HTMLInputElement);
  return isGoing ? () => acts.go(shiftKey ? -1 : 1) : undefined;
}

function countText(text: string, current: number, count: number): string {
  if (text === '') return '';
  if (count === 0) return t('No results');
  return count >= mostMatches ? t('{0} of {1} or more', current + 1, count) : t('{0} of {1}', current + 1, count);
}
