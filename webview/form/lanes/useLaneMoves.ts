import { t } from '@vscode/l10n';
import type { RefObject } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  earlierSpot,
  inWords,
  laterSpot,
  listed,
  placed,
  type Turn,
  type TurnPlace,
} from '../../../src/protocol/turns';
import { withSpelling } from '../fields/scalarText';
import { SpellingsContext, useSession } from '../state/formSession';
import { type LaneList, laneEdits } from './laneEdits';
import type { LanePerson } from './lanePeople';

export interface LaneMoves {
  readonly earlier: (step: number) => TurnPlace | undefined;
  readonly later: (step: number) => TurnPlace | undefined;
  /** What putting somebody there comes to, to be read on a button. */
  readonly words: (person: LanePerson, spot: TurnPlace) => string;
  readonly move: (person: LanePerson, spot: TurnPlace, button?: 'earlier' | 'later' | 'name') => void;
  readonly reveal: (person: LanePerson) => void;
  /** Whom the mouse holds. */
  readonly held: LanePerson | undefined;
  readonly hold: (person: LanePerson | undefined) => void;
  /** The last move, for those who cannot see it. */
  readonly said: string;
}

/** Puts people into other steps; the focus stays with whoever was moved by a button. */
export function useLaneMoves(
  list: LaneList,
  steps: readonly Turn<LanePerson>[],
  element: RefObject<HTMLOListElement | null>,
): LaneMoves {
  const session = useSession();
  const spellings = useContext(SpellingsContext);
  const [said, say] = useState('');
  const [held, hold] = useState<LanePerson | undefined>();
  const follow = useRef<{ readonly person: LanePerson; readonly button: string } | undefined>(undefined);
  useLayoutEffect(() => {
    const moved = follow.current;
    const now = moved && steps.flatMap(({ people }) => people).find((one) => isSame(one, moved.person));
    if (moved === undefined || now === undefined || element.current === null) return;
    follow.current = undefined;
    focusPerson(element.current, now.pointer, moved.button);
  }, [steps, element]);
  const outcome = (person: LanePerson, spot: TurnPlace) => placed(steps, person, spot, list.turns.first);
  return {
    earlier: (step) => earlierSpot(steps, step),
    later: (step) => laterSpot(steps, step),
    words: (person, spot) => wordsOf(person, spot, steps),
    move: (person, spot, button) => {
      const { pointer, value } = person;
      const { written } = withSpelling(value, { pointer, spellings });
      const edits = laneEdits(list, steps, { person, spot, written });
      if (edits.length === 0) return;
      if (button !== undefined) follow.current = { person, button };
      session.mend(edits);
      say(
        t(
          'Now: {0}.',
          inWords(outcome(person, spot), ({ name }) => name),
        ),
      );
    },
    reveal: (person) => session.reveal(person.pointer),
    held,
    hold,
    said,
  };
}

function wordsOf(person: LanePerson, spot: TurnPlace, steps: readonly Turn<LanePerson>[]): string {
  const namesAt = (step: number): string => {
    const others = (steps[step]?.people ?? []).filter((one) => one !== person);
    return others.length > 3 ? t('{0} others', others.length) : listed(others.map(({ name }) => name));
  };
  if (spot.kind === 'with') return t('{0} at the same time as {1}', person.name, namesAt(spot.step));
  const next = steps[spot.step]?.order === undefined ? '' : namesAt(spot.step);
  if (next !== '') return t('{0} alone, before {1}', person.name, next);
  const previous = namesAt(spot.step - 1);
  return previous === '' ? t('{0} alone', person.name) : t('{0} alone, after {1}', person.name, previous);
}

/** Who changed lists stands elsewhere, and is the same by what is written of them. */
function isSame(one: LanePerson, other: LanePerson): boolean {
  return one.value === other.value || one.pointer === other.pointer || one.name === other.name;
}

function focusPerson(list: HTMLElement, pointer: string, button: string): void {
  const person = list.querySelector(`[data-person="${CSS.escape(pointer)}"]`);
  const wanted = person?.querySelector<HTMLButtonElement>(`[data-action="${button}"]:not(:disabled)`);
  (wanted ?? person?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
}
