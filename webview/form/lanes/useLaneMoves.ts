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
import { SpellingsContext, useSession } from '../state/formContexts';
import { type LaneList, laneEdits } from './laneEdits';
import type { LanePerson } from './lanePeople';

export interface LaneMoves {
  readonly earlier: (person: LanePerson, step: number) => TurnPlace | undefined;
  readonly later: (person: LanePerson, step: number) => TurnPlace | undefined;
  /** People who are moved together, whichever of them is. */
  readonly isChosen: (person: LanePerson) => boolean;
  readonly chosen: number;
  readonly choose: (person: LanePerson) => void;
  /** Nobody is chosen any more. False where nobody was. */
  readonly letGo: () => boolean;
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
  const [marked, mark] = useState<readonly LanePerson[]>([]);
  const all = steps.flatMap(({ people }) => people);
  const chosen = marked.flatMap((one) => found(one, all) ?? []);
  /** In their order, whoever of them is taken. */
  const withOthers = (person: LanePerson) =>
    chosen.includes(person) ? all.filter((one) => chosen.includes(one)) : [person];
  const follow = useRef<{ readonly person: LanePerson; readonly button: string } | undefined>(undefined);
  useLayoutEffect(() => {
    const moved = follow.current;
    const now =
      moved &&
      found(
        moved.person,
        steps.flatMap(({ people }) => people),
      );
    if (moved === undefined || now === undefined || element.current === null) return;
    follow.current = undefined;
    focusPerson(element.current, now.pointer, moved.button);
  }, [steps, element]);
  const outcome = (people: readonly LanePerson[], spot: TurnPlace) => placed(steps, people, spot, list.turns.first);
  const writtenOf = ({ pointer, value }: LanePerson) => withSpelling(value, { pointer, spellings }).written;
  return {
    earlier: (person, step) => earlierSpot(steps, step, withOthers(person)),
    later: (person, step) => laterSpot(steps, step, withOthers(person)),
    isChosen: (person) => chosen.includes(person),
    chosen: chosen.length,
    choose: (person) => {
      const now = chosen.includes(person) ? chosen.filter((one) => one !== person) : [...chosen, person];
      mark(now);
      say(chosenWords(now));
    },
    letGo: () => {
      mark([]);
      if (chosen.length > 0) say(chosenWords([]));
      return chosen.length > 0;
    },
    words: (person, spot) => wordsOf(withOthers(person), spot, steps),
    move: (person, spot, button) => {
      const people = withOthers(person);
      const edits = laneEdits(list, steps, { people, spot, writtenOf });
      if (edits.length === 0) return;
      if (button !== undefined) follow.current = { person, button };
      session.mend(edits);
      say(
        t(
          'Now: {0}.',
          inWords(outcome(people, spot), ({ name }) => name),
        ),
      );
    },
    reveal: (person) => session.reveal(person.pointer),
    held,
    hold,
    said,
  };
}

function chosenWords(people: readonly LanePerson[]): string {
  if (people.length === 0) return t('Nobody is selected');
  return t('Selected: {0}', listed(people.map(({ name }) => name)));
}

function wordsOf(movers: readonly LanePerson[], spot: TurnPlace, steps: readonly Turn<LanePerson>[]): string {
  const names = movers.length > 3 ? t('{0} people', movers.length) : listed(movers.map(({ name }) => name));
  const namesAt = (step: number): string => {
    const others = (steps[step]?.people ?? []).filter((one) => !movers.includes(one));
    return others.length > 3 ? t('{0} others', others.length) : listed(others.map(({ name }) => name));
  };
  const there = namesAt(spot.step);
  if (spot.kind === 'with' && there !== '') return t('{0} at the same time as {1}', names, there);
  const next = steps[spot.step]?.order === undefined ? '' : there;
  if (next !== '') return t('{0} alone, before {1}', names, next);
  const previous = namesAt(spot.step - 1);
  return previous === '' ? t('{0} alone', names) : t('{0} alone, after {1}', names, previous);
}

/** The same one among people who may have moved since: whoever changed lists is known by what is written of them. */
function found(person: LanePerson, people: readonly LanePerson[]): LanePerson | undefined {
  if (people.includes(person)) return person;
  const value = JSON.stringify(person.value);
  return (
    people.find((one) => one.value === person.value || JSON.stringify(one.value) === value) ??
    people.find(({ pointer }) => pointer === person.pointer) ??
    people.find(({ name }) => name === person.name)
  );
}

function focusPerson(list: HTMLElement, pointer: string, button: string): void {
  const person = list.querySelector(`[data-person="${CSS.escape(pointer)}"]`);
  const wanted = person?.querySelector<HTMLButtonElement>(`[data-action="${button}"]:not(:disabled)`);
  (wanted ?? person?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
}
