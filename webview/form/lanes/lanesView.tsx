import { t } from '@vscode/l10n';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { ListField, Turns } from '../../../src/protocol/form';
import { isList } from '../../../src/protocol/jsonKinds';
import { inWords, stepsOf } from '../../../src/protocol/turns';
import { nounWithin } from '../../../src/protocol/words/nounWithin';
import { TextButton } from '../../ui/controls/quietButton';
import type { FieldPlace } from '../fields/fieldPlace';
import { lanePeople } from './lanePeople';
import { LaneStep } from './laneStep';
import { useLaneMoves } from './useLaneMoves';

/** More people than this are drawn when they are asked for. */
const shownAtOnce = 40;
/** More names than this are no sentence any more. */
const mostNames = 8;

export interface LanesViewProps {
  readonly field: ListField;
  readonly turns: Turns;
  readonly place: FieldPlace;
}

/** Who is asked when, as the values say it: a row of steps, in which people can be put elsewhere. */
export function LanesView({ field, turns, place }: LanesViewProps) {
  const titleId = useId();
  const list = useRef<HTMLOListElement>(null);
  const people = useMemo(() => lanePeople(field, turns, place), [field, turns, place]);
  const steps = useMemo(() => stepsOf(people, ({ order }) => order), [people]);
  const [open, setOpen] = useState(people.length <= shownAtOnce);
  const items = isList(place.value) ? place.value : [];
  const moves = useLaneMoves({ field, turns, pointer: place.pointer, items }, steps, list);
  if (people.length < 2) return null;
  const summary =
    people.length <= mostNames
      ? inWords(steps, ({ name }) => name)
      : steps.length === 1
        ? t('{0} people in one step', people.length)
        : t('{0} people in {1} steps', people.length, steps.length);
  return (
    <section class="lanes field-wide" aria-labelledby={titleId} data-lanes={place.pointer}>
      <div class="lanes-head">
        <TextButton
          icon={open ? 'chevronDown' : 'chevronRight'}
          expanded={open}
          onClick={() => setOpen(!open)}
          action="toggleLanes"
        >
          <span id={titleId}>{t('Order of {0}', nounWithin(field.label))}</span>
        </TextButton>
        <p class="lanes-words">{summary}</p>
      </div>
      {open && moves.chosen > 0 && (
        <p class="lanes-words">
          {t('{0} selected. They are moved together: Shift with an arrow key, or drag one of them.', moves.chosen)}
        </p>
      )}
      {open && (
        <ol class="lanes-steps" ref={list}>
          {steps.map((step, index) => (
            <LaneStep
              key={step.order ?? 'none'}
              step={step}
              index={index}
              isLast={index === steps.length - 1}
              moves={moves}
            />
          ))}
        </ol>
      )}
      <p class="visually-hidden" role="status">
        {moves.said}
      </p>
    </section>
  );
}
