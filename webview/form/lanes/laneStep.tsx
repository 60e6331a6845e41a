import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Turn, TurnPlace } from '../../../src/protocol/turns';
import type { LanePerson } from './lanePeople';
import { LanePersonView } from './lanePersonView';
import type { LaneMoves } from './useLaneMoves';

export interface LaneStepProps {
  readonly step: Turn<LanePerson>;
  readonly index: number;
  readonly isLast: boolean;
  readonly moves: LaneMoves;
}

/** A step with its people. Somebody who is dropped on it joins them; beside it, they get a step of their own. */
export function LaneStep({ step, index, isLast, moves }: LaneStepProps) {
  const { order, people } = step;
  const title = order === undefined ? t('No step yet') : t('Step {0}', order);
  const name = people.length > 1 && order !== undefined ? t('Step {0}, at the same time', order) : title;
  return (
    <li class={order === undefined ? 'lane lane-unplaced' : 'lane'} aria-label={name}>
      <Gap spot={{ kind: 'before', step: index }} moves={moves} />
      <DropPlace spot={{ kind: 'with', step: index }} moves={moves} class="lane-step" isOpen={order !== undefined}>
        <span class="lane-title" aria-hidden="true">
          {title}
          {people.length > 1 && order !== undefined && <span class="lane-parallel">{t('at the same time')}</span>}
        </span>
        <ul>
          {people.map((person) => (
            <LanePersonView key={person.pointer} person={person} step={index} moves={moves} />
          ))}
        </ul>
      </DropPlace>
      {isLast && order !== undefined && <Gap spot={{ kind: 'before', step: index + 1 }} moves={moves} />}
    </li>
  );
}

function Gap({ spot, moves }: { readonly spot: TurnPlace; readonly moves: LaneMoves }) {
  return <DropPlace spot={spot} moves={moves} class="lane-gap" isOpen />;
}

interface DropPlaceProps {
  readonly spot: TurnPlace;
  readonly moves: LaneMoves;
  readonly class: string;
  readonly isOpen: boolean;
  readonly children?: ComponentChildren;
}

/** Takes whom the mouse drops. */
function DropPlace({ spot, moves, class: name, isOpen, children }: DropPlaceProps) {
  const [over, setOver] = useState(false);
  const takes = isOpen && moves.held !== undefined;
  return (
    // biome-ignore lint/a11y: for the mouse alone; buttons beside every name do the same.
    <div
      class={over && takes ? `${name} lane-over` : name}
      data-spot={`${spot.kind} ${spot.step}`}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!takes || moves.held === undefined) return;
        event.preventDefault();
        moves.move(moves.held, spot);
        moves.hold(undefined);
      }}
    >
      {children}
    </div>
  );
}
